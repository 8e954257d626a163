// Reads TOML nodes with errors that name line and key. Internal to schemas.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "schemas/family.h"

namespace tradereport {

// One TOML table being read. Every key must be asked for: what is left over when the reader goes
// out of scope is reported as unknown, so that a misspelt key never passes in silence.
class TomlReader {
 public:
  TomlReader(const toml::table& table, std::string path, const std::string& file,
             std::vector<FamilyError>& errors)
      : table_(table), path_(std::move(path)), file_(file), errors_(errors) {}
  TomlReader(const TomlReader&) = delete;
  TomlReader& operator=(const TomlReader&) = delete;
  ~TomlReader();

  int line() const { return line_of(table_); }
  bool has(const std::string& key) const { return table_.contains(key); }

  std::string text(const std::string& key);           // required
  std::string optional_text(const std::string& key);  // "" if absent
  int optional_int(const std::string& key, int fallback);
  bool optional_bool(const std::string& key);
  std::vector<std::string> optional_texts(const std::string& key);
  std::vector<int> optional_ints(const std::string& key);
  LocalText local_text(const std::string& key);  // a text for each language
  std::map<std::string, std::string> optional_map(const std::string& key);
  // [names]: each key a set, each item a list of the canonical name and its aliases.
  std::vector<NameSet> name_sets(const std::string& key);

  // Calls `read` for each table of the array of tables `key`, or once for the table `key`.
  void each(const std::string& key, const std::function<void(TomlReader&)>& read);
  void one(const std::string& key, const std::function<void(TomlReader&)>& read);

  // The raw node, for what has a form of its own; nullptr if absent.
  const toml::node* node(const std::string& key);

  void error(const std::string& key, const std::string& message, const toml::node* at = nullptr);
  // Reads `key` as text and looks it up; complains with the list of choices if it is none.
  template <class T>
  std::optional<T> choice(const std::string& key, const std::vector<std::pair<std::string, T>>& of);

 private:
  static int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }
  std::string key_path(const std::string& key) const;

  const toml::table& table_;
  std::string path_;
  const std::string& file_;
  std::vector<FamilyError>& errors_;
  std::set<std::string> asked_;
};

template <class T>
std::optional<T> TomlReader::choice(const std::string& key,
                                    const std::vector<std::pair<std::string, T>>& of) {
  const std::string given = optional_text(key);
  if (given.empty()) return std::nullopt;
  std::string choices;
  for (const auto& [name, value] : of) {
    if (name == given) return value;
    choices += (choices.empty() ? "" : ", ") + name;
  }
  error(key, "'" + given + "' is none of " + choices, table_.get(key));
  return std::nullopt;
}

}  // namespace tradereport
