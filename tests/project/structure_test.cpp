// What the project promises about its own shape: which part may use which, samples with known
// checksums, generated tables that are up to date.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/project/source_tree.h"

namespace tradereport {
namespace {

namespace fs = std::filesystem;
using test::contents;
using test::files_under;
using test::output_of;
using test::own_includes;
using test::root;

const std::vector<std::string> kSources{".h", ".cpp", ".inc"};

// tools → validator → schemas, tools → parser → schemas.
const std::map<std::string, std::set<std::string>> kMayInclude{
    {"schemas", {"schemas"}},
    {"parser", {"parser", "schemas"}},
    {"validator", {"validator", "schemas"}},
    {"tools", {"tools", "validator", "parser", "schemas"}},
};

TEST(Structure, ArrowsPointDown) {
  for (const auto& [part, allowed] : kMayInclude) {
    const auto files = files_under({part}, kSources);
    EXPECT_FALSE(files.empty()) << part;
    for (const fs::path& file : files) {
      for (const std::string& include : own_includes(contents(file))) {
        const std::string first = fs::path(include).begin()->string();
        EXPECT_TRUE(allowed.contains(first)) << file << " includes " << include;
      }
    }
  }
}

TEST(Structure, IncludedFilesAreThere) {
  for (const fs::path& file : files_under({"schemas", "parser", "validator", "tools"}, kSources)) {
    for (const std::string& include : own_includes(contents(file)))
      EXPECT_TRUE(fs::exists(root() / include)) << file << " includes " << include;
  }
}

TEST(Structure, NoIncludeCycles) {
  std::map<std::string, std::vector<std::string>> includes;
  for (const fs::path& file : files_under({"schemas", "parser", "validator", "tools"}, kSources))
    includes[file.generic_string()] = own_includes(contents(file));
  std::set<std::string> done;
  std::vector<std::string> path;
  const std::function<void(const std::string&)> visit = [&](const std::string& file) {
    if (done.contains(file)) return;
    if (std::find(path.begin(), path.end(), file) != path.end()) {
      std::string cycle;
      for (const std::string& step : path) cycle += step + " -> ";
      ADD_FAILURE() << cycle << file;
      return;
    }
    path.push_back(file);
    for (const std::string& next : includes[file]) visit(next);
    path.pop_back();
    done.insert(file);
  };
  for (const fs::path& file : files_under({"schemas", "parser", "validator", "tools"}, kSources))
    visit(file.generic_string());
}

// So it compiles without what others include before it.
TEST(Structure, SourcesIncludeTheirHeaderFirst) {
  for (const fs::path& file : files_under({"schemas", "parser", "validator", "tools"}, {".cpp"})) {
    const fs::path header = fs::path(file).replace_extension(".h");
    if (!fs::exists(root() / header)) continue;
    const std::string source = contents(file);
    const std::size_t first = source.find("#include ");
    ASSERT_NE(first, std::string::npos) << file;
    EXPECT_EQ(source.compare(first, 11 + header.string().size(),
                             "#include \"" + header.generic_string() + "\""),
              0)
        << file;
  }
}

TEST(Structure, HeadersAreIncludedOnce) {
  for (const fs::path& file :
       files_under({"schemas", "parser", "validator", "tools", "tests"}, {".h"}))
    EXPECT_NE(contents(file).find("#pragma once"), std::string::npos) << file;
}

TEST(Samples, AreListedWithTheirChecksums) {
  const nlohmann::json manifest = nlohmann::json::parse(contents("samples/manifest.json"));
  std::map<std::string, std::string> listed;
  for (const nlohmann::json& sample : manifest) {
    listed[sample.at("file")] = sample.at("sha256");
    for (const char* key : {"what_for", "how_made", "period", "family"})
      EXPECT_FALSE(sample.at(key).get<std::string>().empty()) << sample.at("file") << " " << key;
  }
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(root() / "samples")) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), root() / "samples").generic_string();
    if (name == "manifest.json") continue;
    found.insert(name);
    EXPECT_TRUE(listed.contains(name)) << name << " is not in samples/manifest.json";
    if (!listed.contains(name)) continue;
    const std::string sum = output_of("sha256sum '" + entry.path().string() + "'").substr(0, 64);
    EXPECT_EQ(sum, listed[name]) << name;
  }
  for (const auto& [name, sum] : listed) EXPECT_TRUE(found.contains(name)) << name << " is gone";
}

// The figures of a sample are keyed by hand, apart from the parser.
TEST(Samples, HaveATruth) {
  for (const nlohmann::json& sample : nlohmann::json::parse(contents("samples/manifest.json"))) {
    const std::string name = fs::path(sample.at("file").get<std::string>()).stem().string();
    EXPECT_TRUE(fs::exists(root() / "tests/truth" / name / "figures.csv")) << name;
  }
}

TEST(Generated, RadicalsAreUpToDate) {
  int status = 0;
  const std::string script = (root() / "tools/dev/generate_radicals.py").string();
  output_of("python3 '" + script + "' --check", &status);
  EXPECT_EQ(status, 0) << "run tools/dev/generate_radicals.py";
}

}  // namespace
}  // namespace tradereport
