// The package and docs/data.md tell of the same columns, and the package is what its specification
// (Frictionless Data Package and Table Schema, version 1) demands.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/places.h"
#include "tests/tools/csv_rows.h"
#include "tests/tools/run_program.h"
#include "tools/workers/sha256.h"
#include "tools/writers/dataset.h"
#include "tools/writers/findings/finding_rows.h"

namespace tradereport::tools::test {
namespace {

namespace fs = std::filesystem;

class Package : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::copy_file(sample("beijing-goods-2024-05.pdf"), scratch_.path() / "may.pdf");
    const Outcome outcome =
        run_program("convert -o data --license CC-BY-4.0 may.pdf", scratch_.path());
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    package_ = nlohmann::json::parse(scratch_.read("data/datapackage.json"));
  }

  ScratchFolder scratch_;
  nlohmann::json package_;
};

TEST_F(Package, IsValid) {
  EXPECT_TRUE(RE2::FullMatch(package_["name"].get<std::string>(), "[-a-z0-9._/]+"));
  EXPECT_EQ(package_["profile"], "tabular-data-package");
  EXPECT_EQ(package_["licenses"], nlohmann::json::parse(R"([{"name": "CC-BY-4.0"}])"));
  ASSERT_EQ(package_["sources"].size(), 1U);
  tools::Sha256 hash;
  hash.update(scratch_.read("may.pdf"));
  EXPECT_EQ(package_["sources"][0]["title"], "may.pdf");
  EXPECT_EQ(package_["sources"][0]["hash"], "sha256:" + hash.finish());
  std::set<std::string> names;
  for (const nlohmann::json& resource : package_["resources"]) {
    const std::string name = resource["name"];
    EXPECT_TRUE(RE2::FullMatch(name, "[-a-z0-9._/]+")) << name;
    EXPECT_TRUE(names.insert(name).second) << name;
    const std::string csv = scratch_.read("data/" + resource["path"].get<std::string>());
    EXPECT_EQ(resource["bytes"], csv.size());
    hash.update(csv);
    EXPECT_EQ(resource["hash"], "sha256:" + hash.finish());
    EXPECT_EQ(resource["profile"], "tabular-data-resource");
    EXPECT_EQ(resource["schema"]["missingValues"], nlohmann::json::parse(R"([""])"));
  }
}

// Every cell is of its column's type and within its constraints, and the key names one row.
TEST_F(Package, HoldsForEveryRow) {
  const std::set<std::string> types{"string", "number", "integer", "yearmonth"};
  for (const nlohmann::json& resource : package_["resources"]) {
    const auto rows = csv_rows(scratch_.read("data/" + resource["path"].get<std::string>()));
    const nlohmann::json& fields = resource["schema"]["fields"];
    ASSERT_EQ(rows.front().size(), fields.size());
    std::set<std::string> keys;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::string key;
      for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string& cell = rows[r][i];
        const std::string name = fields[i]["name"];
        const std::string type = fields[i]["type"];
        if (r == 0) {
          EXPECT_EQ(cell, name);
          EXPECT_TRUE(types.contains(type)) << type;
          continue;
        }
        for (const nlohmann::json& part : resource["schema"]["primaryKey"])
          if (part.get<std::string>() == name) key += cell + "\n";
        const nlohmann::json constraints = fields[i].value("constraints", nlohmann::json::object());
        if (constraints.value("required", false)) {
          EXPECT_NE(cell, "") << fields[i];
        }
        if (cell.empty()) continue;
        if (constraints.contains("enum")) {
          EXPECT_EQ(std::count(constraints["enum"].begin(), constraints["enum"].end(), cell), 1);
        }
        const char* const form = type == "number"      ? "-?[0-9]+(\\.[0-9]+)?"
                                 : type == "integer"   ? "[0-9]+"
                                 : type == "yearmonth" ? "[0-9]{4}-(0[1-9]|1[0-2])"
                                                       : "(?s).*";
        EXPECT_TRUE(RE2::FullMatch(cell, form)) << cell << " " << fields[i];
      }
      if (r > 0) {
        EXPECT_TRUE(keys.insert(key).second) << key;
      }
    }
  }
}

// The sample's one mistake is a row of findings.csv, and its fingerprint stands at the figure.
TEST_F(Package, FindingsAreJoinedToFigures) {
  const auto findings = csv_rows(scratch_.read("data/findings.csv"));
  ASSERT_EQ(findings.size(), 2U);
  const auto index = [](const std::vector<std::string>& head, const char* name) {
    return static_cast<std::size_t>(std::find(head.begin(), head.end(), name) - head.begin());
  };
  const std::string fingerprint = findings[1].at(index(findings[0], "fingerprint"));
  std::vector<std::string> printed;
  const auto figures = csv_rows(scratch_.read("data/figures.csv"));
  for (const auto& row : figures)
    if (row.at(index(figures[0], "finding")).starts_with(fingerprint))
      printed.push_back(row.at(index(figures[0], "printed")));
  EXPECT_EQ(printed, std::vector<std::string>{findings[1].at(index(findings[0], "printed"))});
}

TEST(DataDocuments, TellOfEveryColumn) {
  for (const auto& [file, optional] :
       {std::pair("docs/data.md", "may be missing"), std::pair("docs/data.zh.md", "可为空")}) {
    const std::string page = read_file(fs::path(kSourceFolder) / file);
    for (const tools::DataColumn& column : tools::figure_columns()) {
      const std::size_t at = page.find("\n| `" + column.name + "` | ");
      ASSERT_NE(at, std::string::npos) << file << " " << column.name;
      const std::string row = page.substr(at + 1, page.find('\n', at + 1) - at - 1);
      EXPECT_EQ(row.find(optional) == std::string::npos, column.required) << row;
    }
    for (const auto* const columns : {&tools::finding_columns(), &tools::unread_columns()})
      for (const tools::DataColumn& column : *columns)
        EXPECT_NE(page.find("`" + column.name + "`"), std::string::npos) << file << column.name;
  }
}

}  // namespace
}  // namespace tradereport::tools::test
