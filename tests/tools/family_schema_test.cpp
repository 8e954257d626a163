// The description of family files: schema, manual and the files themselves speak of the same keys.
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/places.h"

namespace tradereport::tools {
namespace {

const std::string kRoot = kSourceFolder;

nlohmann::json schema() {
  return nlohmann::json::parse(std::ifstream(kRoot + "/schemas/family.schema.json"));
}

// The schema that stands behind "$ref": "#/$defs/NAME".
const nlohmann::json& resolve(const nlohmann::json& root, const nlohmann::json& node) {
  if (!node.contains("$ref")) return node;
  return root[nlohmann::json::json_pointer(node["$ref"].get<std::string>().substr(1))];
}

// Checks that the schema knows every key of the TOML node, and that its type is right.
void expect_described(const nlohmann::json& root, const nlohmann::json& reference,
                      const toml::node& node, const std::string& path) {
  const nlohmann::json& described = resolve(root, reference);
  if (const toml::table* const table = node.as_table()) {
    EXPECT_EQ(described.value("type", ""), "object") << path;
    for (const auto& [key, value] : *table) {
      const std::string name(key.str());
      if (described.contains("properties") && described["properties"].contains(name)) {
        expect_described(root, described["properties"][name], value, path + "." + name);
      } else if (described.contains("additionalProperties") &&
                 described["additionalProperties"].is_object()) {
        expect_described(root, described["additionalProperties"], value, path + "." + name);
      } else {
        ADD_FAILURE() << path << "." << name << " is not in the schema";
      }
    }
    for (const auto& required : described.value("required", nlohmann::json::array()))
      EXPECT_TRUE(table->contains(required.get<std::string>())) << path << ": " << required;
  } else if (const toml::array* const array = node.as_array()) {
    ASSERT_EQ(described.value("type", ""), "array") << path;
    for (const toml::node& item : *array)
      expect_described(root, described["items"], item, path + "[]");
  } else if (described.contains("type")) {
    const std::string type = described["type"];
    EXPECT_EQ(type, node.is_string()    ? "string"
                    : node.is_integer() ? "integer"
                    : node.is_boolean() ? "boolean"
                                        : "")
        << path;
  }
}

void collect_keys(const nlohmann::json& node, std::vector<std::string>& keys) {
  if (node.is_object() && node.contains("properties"))
    for (const auto& [key, value] : node["properties"].items()) keys.push_back(key);
  if (node.is_structured())
    for (const auto& value : node) collect_keys(value, keys);
}

TEST(FamilySchema, KnowsEveryKeyOfTheFamilies) {
  const nlohmann::json root = schema();
  for (const auto& entry : std::filesystem::directory_iterator(kRoot + "/schemas/families"))
    expect_described(root, root, toml::parse_file(entry.path().string()),
                     entry.path().stem().string());
}

TEST(FamilySchema, EveryKeyIsInTheManual) {
  std::ifstream file(kRoot + "/docs/families.md");
  const std::string manual(std::istreambuf_iterator<char>(file), {});
  std::vector<std::string> keys;
  collect_keys(schema(), keys);
  EXPECT_GT(keys.size(), 40U);
  for (const std::string& key : keys) {
    const bool named = manual.find("`" + key + "`") != std::string::npos ||
                       manual.find("[" + key + "]") != std::string::npos ||
                       manual.find("." + key) != std::string::npos;
    EXPECT_TRUE(named) << key;
  }
}

}  // namespace
}  // namespace tradereport::tools
