// Reports that others made, read by their family file alone: against figures keyed by hand from
// the pages. They lie beside the project, in ../shared, where they are there at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/parser/support.h"
#include "tests/places.h"

namespace tradereport::parser {
namespace {

namespace fs = std::filesystem;

fs::path reports() {
  const fs::path root(kSourceFolder);
  for (const char* const up : {"..", "../.."}) {
    const fs::path folder = root / up / "shared/reports/lk-tourism";
    if (fs::is_directory(folder)) return folder;
  }
  return {};
}

// From place to unit: the truth has the thousands separators in the column after them.
std::string up_to_unit(const std::string& line) {
  std::size_t at = 0;
  for (int field = 0; field < 9 && at != std::string::npos; ++field) at = line.find(',', at + 1);
  return line.substr(0, at);
}

std::vector<std::string> lines(const std::vector<std::string>& all, bool text) {
  std::vector<std::string> some;
  for (const std::string& line : all)
    if (line.starts_with("text,") == text) some.push_back(up_to_unit(line));
  return some;
}

class TourismReports : public ::testing::TestWithParam<const char*> {};

TEST(TourismSample, IsReadExactly) {
  const std::string name = "tourist-arrivals-2025-05";
  const Report report = test::read(test::read_file(test::sample(name + ".pdf")));
  for (const bool text : {false, true})
    EXPECT_THAT(lines(test::figure_lines(report), text),
                ::testing::ElementsAreArray(lines(test::truth_lines(name), text)));
}

TEST_P(TourismReports, AreReadExactly) {
  const fs::path file = reports() / (std::string(GetParam()) + ".pdf");
  if (reports().empty()) GTEST_SKIP() << "the reports are not in ../shared/reports/lk-tourism";
  const Report report = test::read(test::read_file(file), file.string());
  EXPECT_EQ(report.period.to_string(), GetParam());
  const auto read = test::figure_lines(report);
  const auto truth = test::truth_lines(std::string("lk-tourism-") + GetParam());
  EXPECT_THAT(lines(read, false), ::testing::ElementsAreArray(lines(truth, false)));
  EXPECT_THAT(lines(read, true), ::testing::IsSupersetOf(lines(truth, true)));
}

INSTANTIATE_TEST_SUITE_P(Issues, TourismReports,
                         ::testing::Values("2019-07", "2021-08", "2022-01", "2022-06", "2023-02",
                                           "2023-07", "2023-08", "2023-09", "2023-10", "2023-11",
                                           "2023-12", "2024-01", "2024-02", "2024-03"));

}  // namespace
}  // namespace tradereport::parser
