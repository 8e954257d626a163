#include "tests/tools/writers/json_schema.h"

#include <re2/re2.h>

#include <algorithm>

namespace tradereport::tools::test {

namespace {

using Document = nlohmann::json;

class SchemaCheck {
 public:
  explicit SchemaCheck(const Document& root) : root_(root) {}

  void check(const Document& schema, const Document& value, const std::string& at) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (!holds(keyword, rule, schema, value, at)) errors_.push_back(at + ": " + keyword);
    }
  }

  std::vector<std::string> take() { return std::move(errors_); }

 private:
  static bool is_type(const std::string& type, const Document& value) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "null") return value.is_null();
    return type == value.type_name();
  }

  static bool has_type(const Document& types, const Document& value) {
    if (types.is_string()) return is_type(types, value);
    return std::any_of(types.begin(), types.end(),
                       [&](const Document& type) { return is_type(type, value); });
  }

  bool is_valid(const Document& schema, const Document& value) const {
    SchemaCheck other(root_);
    other.check(schema, value, "");
    return other.errors_.empty();
  }

  bool holds(const std::string& keyword, const Document& rule, const Document& schema,
             const Document& value, const std::string& at) {
    if (keyword == "description" || keyword == "title" || keyword.starts_with('$'))
      return keyword != "$ref" || follow(rule, value, at);
    if (keyword == "type") return has_type(rule, value);
    if (keyword == "const") return value == rule;
    if (keyword == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
    if (keyword == "anyOf")
      return std::any_of(rule.begin(), rule.end(),
                         [&](const Document& one) { return is_valid(one, value); });
    if (keyword == "pattern")
      return !value.is_string() ||
             RE2::PartialMatch(value.get<std::string>(), rule.get<std::string>());
    if (keyword == "minimum") return !value.is_number() || value >= rule;
    return value.is_object() ? holds_of_object(keyword, rule, schema, value, at)
                             : holds_of_array(keyword, rule, schema, value, at);
  }

  bool follow(const std::string& reference, const Document& value, const std::string& at) {
    check(root_.at(Document::json_pointer(reference.substr(1))), value, at);
    return true;
  }

  bool holds_of_object(const std::string& keyword, const Document& rule, const Document& schema,
                       const Document& value, const std::string& at) {
    if (keyword == "required")
      return std::all_of(rule.begin(), rule.end(),
                         [&](const Document& name) { return value.contains(name); });
    if (keyword == "additionalProperties")
      return std::all_of(value.items().begin(), value.items().end(), [&](const auto& entry) {
        return rule != false || schema.at("properties").contains(entry.key());
      });
    if (keyword != "properties") return false;
    for (const auto& [name, of] : rule.items())
      if (value.contains(name)) check(of, value.at(name), at + "/" + name);
    return true;
  }

  bool holds_of_array(const std::string& keyword, const Document& rule, const Document& schema,
                      const Document& value, const std::string& at) {
    // Keywords of objects say nothing of what is none.
    if (keyword == "required" || keyword == "additionalProperties" || keyword == "properties")
      return true;
    if (!value.is_array())
      return keyword == "items" || keyword == "prefixItems" || keyword == "minItems";
    if (keyword == "minItems") return value.size() >= rule.get<std::size_t>();
    if (keyword == "prefixItems") {
      for (std::size_t i = 0; i < std::min(rule.size(), value.size()); ++i)
        check(rule[i], value[i], at + "/" + std::to_string(i));
      return true;
    }
    if (keyword != "items") return false;
    const std::size_t first = schema.contains("prefixItems") ? schema["prefixItems"].size() : 0;
    if (rule == false) return value.size() <= first;
    for (std::size_t i = first; i < value.size(); ++i)
      check(rule, value[i], at + "/" + std::to_string(i));
    return true;
  }

  const Document& root_;
  std::vector<std::string> errors_;
};

}  // namespace

std::vector<std::string> schema_errors(const nlohmann::json& schema, const nlohmann::json& value) {
  SchemaCheck check(schema);
  check.check(schema, value, "");
  return check.take();
}

}  // namespace tradereport::tools::test
