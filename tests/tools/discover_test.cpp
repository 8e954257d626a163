#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "tests/places.h"
#include "tests/tools/run_program.h"
#include "tests/tools/writers/json_schema.h"
#include "tools/writers/discovery/discovery_json.h"
#include "tools/writers/discovery/table_lines.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PlainCell plain_cell(std::size_t row, std::size_t col, std::string text) {
  PlainCell cell;
  cell.place = {row, col};
  cell.text = std::move(text);
  return cell;
}

// A head over two columns, and a text that a spreadsheet would run.
PlainTable ports_table() {
  PlainTable table;
  table.page = 3;
  table.rows = 3;
  table.cols = 3;
  table.cells = {plain_cell(0, 1, "Tonnes, <b>landed</b>"),
                 plain_cell(1, 0, "=Vigo"),
                 plain_cell(1, 1, "1,204"),
                 plain_cell(1, 2, "9"),
                 plain_cell(2, 0, "Bergen"),
                 plain_cell(2, 2, "10")};
  table.cells[0].col_span = 2;
  return table;
}

TEST(TableLines, TextIsAligned) {
  EXPECT_EQ(table_text(ports_table()),
            "          Tonnes, <b>landed</b>\n"
            "  =Vigo   1,204               9\n"
            "  Bergen                     10\n");
}

TEST(TableLines, CsvRunsNothing) {
  EXPECT_EQ(table_csv(ports_table()),
            ",\"Tonnes, <b>landed</b>\",\r\n'=Vigo,\"1,204\",9\r\nBergen,,10\r\n");
}

TEST(TableLines, HtmlShowsTextAsText) {
  const std::string html = table_html(ports_table());
  EXPECT_THAT(html, HasSubstr("<td colspan=\"2\">Tonnes, &lt;b&gt;landed&lt;/b&gt;</td>"));
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
}

TEST(DiscoveryJson, IsWhatItsSchemaSays) {
  Discovery discovery;
  const Arithmetic sum{ArithmeticKind::sum, {2, 2}, {{1, 1}, {1, 2}}};
  discovery.tables.push_back({ports_table(), {}});
  discovery.tables[0].arithmetic.relations = {sum};
  discovery.tables[0].arithmetic.contradictions = {
      {sum, {2, 2}, true, Decimal(10, 0), {Rational(12121, 10), Rational(12139, 10)}, 3}};
  const Json json = Json::parse(discovery_json("a.pdf", discovery));
  EXPECT_EQ(json["tables"][0]["relations"][0]["kind"], "Sum");
  EXPECT_EQ(json["tables"][0]["relations"][0]["parts"], Json::parse("[[1,1],[1,2]]"));
  const Json schema =
      Json::parse(test::read_file(std::string(kSourceFolder) + "/schemas/discover.schema.json"));
  const auto names = [](const Json& object) {
    std::vector<std::string> all;
    for (const auto& [key, value] : object.items()) all.push_back(key);
    return all;
  };
  EXPECT_EQ(names(schema["properties"]), names(json));
  EXPECT_EQ(names(schema["$defs"]["table"]["properties"]), names(json["tables"][0]));
  EXPECT_EQ(names(schema["$defs"]["cell"]["properties"]), names(json["tables"][0]["cells"][0]));
  EXPECT_EQ(names(schema["$defs"]["relation"]["properties"]),
            names(json["tables"][0]["relations"][0]));
  const Json& broken = json["tables"][0]["contradictions"][0];
  EXPECT_EQ(names(schema["$defs"]["contradiction"]["properties"]), names(broken));
  EXPECT_EQ(broken["possible"], Json::parse(R"({"min":"1212.1","max":"1213.9"})"));
}

class DiscoverCommand : public ::testing::Test {
 protected:
  test::Outcome run(const std::string& args) const {
    return test::run_program("discover " + args, scratch_.path());
  }

  test::ScratchFolder scratch_;
};

TEST_F(DiscoverCommand, ACsvFileIsATable) {
  scratch_.write("ports.csv", "Port,Tonnes\nVigo,12\nBergen,9\n");
  const test::Outcome outcome = run("ports.csv");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "ports.csv, table 1\n\n  Port    Tonnes\n  Vigo        12\n  Bergen       9\n");
}

TEST_F(DiscoverCommand, EachTableGoesIntoAFileOfItsOwn) {
  scratch_.write("ports.csv", "Port,Tonnes\nVigo,12\n");
  const test::Outcome outcome = run("ports.csv --format csv -o out");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(scratch_.read("out/ports-1.csv"), "Port,Tonnes\r\nVigo,12\r\n");
  EXPECT_EQ(run("ports.csv -o out").status, 2);
}

TEST_F(DiscoverCommand, APdfOfAnyFamilyInJson) {
  const test::Outcome outcome =
      run("--format json '" + test::sample("tourist-arrivals-2025-05.pdf").string() + "'");
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  EXPECT_FALSE(json["tables"].empty());
}

TEST_F(DiscoverCommand, WhatCannotBeReadIsSaid) {
  scratch_.write("broken.pdf", "%PDF-1.7 and no more");
  const test::Outcome outcome = run("broken.pdf --format json");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("broken.pdf"));
  EXPECT_EQ(outcome.out, "");
}

// Other people's data, which is not in the repository: TRADEREPORT_BENCH_DATA names the folder with
// icdar2013/, aggrecol/ and the scorers.
class DiscoverBenchmark : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("TRADEREPORT_BENCH_DATA") == nullptr)
      GTEST_SKIP() << "TRADEREPORT_BENCH_DATA names no folder with the public benchmarks";
  }

  // What the scorer says of the program.
  std::string score(const std::string& tables, const std::string& scorer) const {
    const std::string data = std::getenv("TRADEREPORT_BENCH_DATA");
    const std::string command = std::string(kSourceFolder) + "/tools/dev/bench/discover '" + data +
                                "/" + tables + "' '" + data + "/" + scorer + "' --program '" +
                                kProgramFile + "' > '" + (scratch_.path() / "score").string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return scratch_.read("score");
  }

  test::ScratchFolder scratch_;
};

TEST_F(DiscoverBenchmark, IcdarTables) {
  const std::string said = score("icdar2013", "score_tables.py");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(
      said, found, std::regex("pooled .* F1 ([0-9.]+) \\| mean of documents F1 ([0-9.]+)")))
      << said;
  EXPECT_GE(std::stod(found[1]), 0.92) << said;
  EXPECT_GE(std::stod(found[2]), 0.86) << said;
}

TEST_F(DiscoverBenchmark, AggreColArithmetic) {
  const std::string said = score("aggrecol/tables", "score_relations.py");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(said, found, std::regex("all: .* F1 ([0-9.]+)"))) << said;
  EXPECT_GE(std::stod(found[1]), 0.84) << said;
}

}  // namespace
}  // namespace tradereport::tools
