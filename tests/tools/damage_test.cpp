// Damaged copies of the samples: nothing crashes, and what is lost is told.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/tools/run_program.h"
#include "tools/dev/mutations/mutation.h"
#include "tools/dev/mutations/trial_by_damage.h"

namespace tradereport {
namespace {

TEST(Damage, IsTheSameForTheSameSeed) {
  const std::string file = tools::test::read_file(tools::test::sample("reportlab-2023-05.pdf"));
  for (std::uint32_t seed = 0; seed < 14; ++seed) {
    EXPECT_EQ(mutate(file, seed).bytes, mutate(file, seed).bytes);
    EXPECT_NE(mutate(file, seed).bytes, file) << seed;
  }
}

// More of them: tools/dev/bench/damage.cpp.
TEST(Damage, IsToldOrHarmless) {
  std::vector<Family> families;
  for (const auto& [file, text] : bundled_families())
    families.push_back(*load_family(text, file).family);
  const parser::Reader reader(std::move(families));
  std::vector<std::string> files;
  for (const char* const name :
       {"beijing-goods-2024-05.pdf", "reportlab-2023-05.pdf", "haru-gbk-2024-08.pdf",
        "pango-encrypted-2021-04.pdf", "tourist-arrivals-2025-05.pdf"})
    files.push_back(tools::test::sample(name).string());
  std::size_t seen = 0;
  try_damage(reader, files, 50, 1, [&](const DamagedReport& report) {
    ++seen;
    EXPECT_NE(report.result, "lost")
        << report.file << ", seed " << report.seed << ": " << report.what;
    EXPECT_NE(report.result, "crashed")
        << report.file << ", seed " << report.seed << ": " << report.what;
  });
  EXPECT_EQ(seen, 50U);
}

}  // namespace
}  // namespace tradereport
