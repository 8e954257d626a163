#include "schemas/toml_reader.h"

#include <fmt/format.h>

namespace tradereport {

TomlReader::~TomlReader() {
  for (const auto& [key, node] : table_) {
    if (!asked_.contains(std::string(key.str())))
      error(std::string(key.str()), "unknown key", &node);
  }
}

std::string TomlReader::key_path(const std::string& key) const {
  return path_.empty() ? key : path_ + "." + key;
}

void TomlReader::error(const std::string& key, const std::string& message, const toml::node* at) {
  errors_.push_back({file_, at != nullptr ? line_of(*at) : line(), key_path(key), message});
}

const toml::node* TomlReader::node(const std::string& key) {
  asked_.insert(key);
  return table_.get(key);
}

std::string TomlReader::text(const std::string& key) {
  const toml::node* const found = node(key);
  if (found == nullptr) {
    error(key, "is missing");
    return {};
  }
  return optional_text(key);
}

std::string TomlReader::optional_text(const std::string& key) {
  const toml::node* const found = node(key);
  if (found == nullptr) return {};
  if (const auto value = found->value_exact<std::string>()) return *value;
  error(key, "must be a text", found);
  return {};
}

int TomlReader::optional_int(const std::string& key, int fallback) {
  const toml::node* const found = node(key);
  if (found == nullptr) return fallback;
  if (const auto value = found->value_exact<std::int64_t>(); value && *value >= 0 && *value < 10000)
    return static_cast<int>(*value);
  error(key, "must be a whole number from 0 to 9999", found);
  return fallback;
}

bool TomlReader::optional_bool(const std::string& key) {
  const toml::node* const found = node(key);
  if (found == nullptr) return false;
  if (const auto value = found->value_exact<bool>()) return *value;
  error(key, "must be true or false", found);
  return false;
}

std::vector<int> TomlReader::optional_ints(const std::string& key) {
  const toml::node* const found = node(key);
  std::vector<int> numbers;
  if (found == nullptr) return numbers;
  const toml::array* const array = found->as_array();
  if (array == nullptr) error(key, "must be a list of whole numbers", found);
  for (const toml::node& item : array != nullptr ? *array : toml::array{}) {
    if (const auto value = item.value_exact<std::int64_t>()) {
      numbers.push_back(static_cast<int>(*value));
    } else {
      error(key, "must be a list of whole numbers", &item);
    }
  }
  return numbers;
}

std::vector<std::string> TomlReader::optional_texts(const std::string& key) {
  const toml::node* const found = node(key);
  std::vector<std::string> texts;
  if (found == nullptr) return texts;
  const toml::array* const array = found->as_array();
  if (array == nullptr) {
    error(key, "must be a list of texts", found);
    return texts;
  }
  for (const toml::node& item : *array) {
    if (const auto value = item.value_exact<std::string>()) {
      texts.push_back(*value);
    } else {
      error(key, "must be a list of texts", &item);
    }
  }
  return texts;
}

LocalText TomlReader::local_text(const std::string& key) {
  LocalText texts = optional_map(key);
  for (const char* language : {"zh", "en"}) {
    if (!texts.contains(language)) error(key, fmt::format("has no text for '{}'", language));
  }
  return texts;
}

std::map<std::string, std::string> TomlReader::optional_map(const std::string& key) {
  const toml::node* const found = node(key);
  std::map<std::string, std::string> map;
  if (found == nullptr) return map;
  const toml::table* const table = found->as_table();
  if (table == nullptr) {
    error(key, "must be a table of texts", found);
    return map;
  }
  for (const auto& [name, value] : *table) {
    if (const auto text = value.value_exact<std::string>()) {
      map.emplace(name.str(), *text);
    } else {
      error(key + "." + std::string(name.str()), "must be a text", &value);
    }
  }
  return map;
}

void TomlReader::each(const std::string& key, const std::function<void(TomlReader&)>& read) {
  const toml::node* const found = node(key);
  if (found == nullptr) return;
  const toml::array* const array = found->as_array();
  if (array == nullptr) {
    error(key, fmt::format("must be written as [[{}]]", key), found);
    return;
  }
  int index = 0;
  for (const toml::node& item : *array) {
    ++index;
    if (const toml::table* const table = item.as_table()) {
      TomlReader reader(*table, fmt::format("{}[{}]", key_path(key), index), file_, errors_);
      read(reader);
    } else {
      error(key, fmt::format("must be written as [[{}]]", key), &item);
    }
  }
}

void TomlReader::one(const std::string& key, const std::function<void(TomlReader&)>& read) {
  const toml::node* const found = node(key);
  if (found == nullptr) return;
  if (const toml::table* const table = found->as_table()) {
    TomlReader reader(*table, key_path(key), file_, errors_);
    read(reader);
  } else {
    error(key, fmt::format("must be written as [{}]", key), found);
  }
}

std::vector<NameSet> TomlReader::name_sets(const std::string& key) {
  std::vector<NameSet> out;
  const toml::node* const found = node(key);
  if (found == nullptr) return out;
  const toml::table* const sets = found->as_table();
  if (sets == nullptr) {
    error(key, "must be written as [" + key + "]", found);
    return out;
  }
  for (const auto& [id, value] : *sets) {
    NameSet set{std::string(id.str()), {}};
    const toml::array* const entries = value.as_array();
    const std::string set_key = key + "." + set.id;
    if (entries == nullptr) {
      error(set_key, "must be a list of lists of names", &value);
      continue;
    }
    for (const toml::node& item : *entries) {
      const toml::array* const names = item.as_array();
      NameEntry entry;
      bool good = names != nullptr && !names->empty();
      for (std::size_t i = 0; good && i < names->size(); ++i) {
        const auto name = (*names)[i].value_exact<std::string>();
        good = name.has_value() && !name->empty();
        if (!good) break;
        if (i == 0) {
          entry.name = *name;
        } else {
          entry.aliases.push_back(*name);
        }
      }
      if (good) {
        set.names.push_back(std::move(entry));
      } else {
        error(set_key, "each item must be a list of names, the canonical one first", &item);
      }
    }
    out.push_back(std::move(set));
  }
  return out;
}

}  // namespace tradereport
