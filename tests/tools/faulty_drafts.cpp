#include "tests/tools/faulty_drafts.h"

#include <toml++/toml.h>

#include <filesystem>
#include <stdexcept>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {

namespace {

namespace fs = std::filesystem;

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

std::string edited(std::string text, const toml::table& draft, const std::string& name) {
  for (const toml::node& edit : *draft["edits"].as_array()) {
    std::string from = *(*edit.as_array())[0].value<std::string>();
    std::string to = *(*edit.as_array())[1].value<std::string>();
    replace_all(from, "¶", "\n\n");
    replace_all(to, "¶", "\n\n");
    const std::size_t at = text.find(from);
    if (at == text.npos || text.find(from, at + 1) != text.npos)
      throw std::runtime_error(name + ": does not stand there once: " + from);
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

std::vector<FaultyDraft> faulty_drafts() {
  const fs::path source(kSourceFolder);
  const toml::table file = toml::parse_file((source / "tests/golden/drafts/drafts.toml").string());
  const toml::table& base = *file["base"].as_table();
  const std::string right =
      edited(read_file(source / *base["file"].value<std::string>()), base, "base");
  std::vector<FaultyDraft> drafts;
  for (const auto& [name, draft] : file)
    drafts.push_back(
        {std::string(name.str()),
         name == "base" ? right : edited(right, *draft.as_table(), std::string(name.str()))});
  return drafts;
}

}  // namespace tradereport::tools::test
