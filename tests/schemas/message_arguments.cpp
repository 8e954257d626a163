#include "tests/schemas/message_arguments.h"

#include <toml++/toml.h>
#include <unicode/messagepattern.h>

#include <algorithm>

#include "tests/places.h"

namespace tradereport::test {

namespace {

constexpr std::string_view kAny = "any";

// "@id" is another message.
std::string resolved(const std::string& text, Language language) {
  return text.starts_with('@') ? format_message(language, text.substr(1)) : text;
}

std::vector<std::string> resolved(const toml::array& texts, Language language) {
  std::vector<std::string> list;
  for (const toml::node& text : texts)
    list.push_back(resolved(*text.value<std::string>(), language));
  return list;
}

}  // namespace

ArgumentNames argument_names(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(
      icu::UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())}),
      nullptr, status);
  ArgumentNames names;
  for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
    if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_START) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i + 1)).toUTF8String(name);
    names.all.insert(name);
    if (parsed.getPart(i).getArgType() == UMSGPAT_ARG_TYPE_SELECT) names.choosing.insert(name);
  }
  return names;
}

MessageArguments::MessageArguments() {
  const toml::table file =
      toml::parse_file(std::string(kSourceFolder) + "/tests/schemas/message_arguments.toml");
  for (const auto& [id, arguments] : file) {
    for (const auto& [name, node] : *arguments.as_table()) {
      Example& example = examples_[std::string(id.str())][std::string(name.str())];
      if (const auto text = node.value<std::string>()) {
        example = {{resolved(*text, Language::zh)}, {resolved(*text, Language::en)}};
      } else if (const toml::array* const both = node.as_array()) {
        example = {{*(*both)[0].value<std::string>()}, {*(*both)[1].value<std::string>()}};
      } else {
        const toml::array& each = *(*node.as_table())["each"].as_array();
        example = {resolved(each, Language::zh), resolved(each, Language::en)};
      }
    }
  }
}

// The message's own example, one of the part of the catalogue that it stands in, or one for all.
const MessageArguments::Example* MessageArguments::find(std::string_view id,
                                                        const std::string& name) {
  std::string part(id);
  while (true) {
    const auto found = examples_.find(part);
    if (found != examples_.end() && found->second.contains(name)) {
      used_.insert(part + ": " + name);
      return &found->second.at(name);
    }
    if (part == kAny) return nullptr;
    const std::size_t point = part.rfind('.');
    part = point == part.npos ? std::string(kAny) : part.substr(0, point);
  }
}

std::string MessageArguments::example(Language language, std::string_view id) {
  const auto all = messages(language);
  const Message& message = *std::ranges::lower_bound(all, id, {}, &Message::id);
  const ArgumentNames names = argument_names(message.pattern);
  std::map<std::string, std::string> args;
  std::size_t choices = 1;
  for (const std::string& name : names.all) {
    const Example* const example = find(id, name);
    if (example == nullptr) {
      missing_.push_back(std::string(id) + ": {" + name + "}");
      continue;
    }
    const Texts& texts = language == Language::zh ? example->zh : example->en;
    args[name] = texts.back();
    if (names.choosing.contains(name)) choices = std::max(choices, texts.size());
  }
  std::string text;
  for (std::size_t choice = 0; choice < choices; ++choice) {
    for (const std::string& name : names.choosing) {
      const Example* const example = find(id, name);
      if (example == nullptr) continue;
      const Texts& texts = language == Language::zh ? example->zh : example->en;
      args[name] = texts[std::min(choice, texts.size() - 1)];
    }
    text += (choice == 0 ? "" : " / ") + format_message(language, id, args);
  }
  return text;
}

std::vector<std::string> MessageArguments::unused() const {
  std::vector<std::string> list;
  for (const auto& [id, arguments] : examples_)
    for (const auto& [name, example] : arguments)
      if (!used_.contains(id + ": " + name)) list.push_back(id + ": " + name);
  return list;
}

}  // namespace tradereport::test
