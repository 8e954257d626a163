#include "tools/reading.h"

#include <fmt/format.h>

#include "tools/display_width.h"
#include "tools/standard_streams.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kFragmentColumns = 60;

}  // namespace

InputError input_error(const Answer& answer, const std::string& file) {
  std::string tried;
  for (const auto& [family, missing] : answer.tried)
    tried += fmt::format("{}{} ({})", tried.empty() ? "" : "; ", family, missing);
  const std::string fragment = shorten(one_line(answer.fragment), kFragmentColumns);
  return {file,
          answer.error,
          {{"page", answer.page > 0 ? std::to_string(answer.page) : ""},
           {"fragment", fragment},
           {"reason", fragment},
           {"tried", tried}}};
}

bool is_unchecked(const InputError& error) {
  return error.code == "page_unread" || error.code == to_string(ReadError::Code::undecodable) ||
         error.code == to_string(ReadError::Code::no_text);
}

std::vector<InputError> unread_pages(const Report& report) {
  std::vector<InputError> pages;
  for (const Problem& problem : report.problems) {
    if (problem.kind != Problem::Kind::page_unread) continue;
    const int page = problem.source.page;
    pages.push_back({report.file,
                     "page_unread",
                     {{"page", page > 0 ? std::to_string(page) : std::string("?")}}});
  }
  return pages;
}

std::unique_ptr<Reader> make_reader(const Invocation& invocation) {
  std::vector<Family> families;
  bool good = true;
  const auto add = [&](std::string_view text, const std::string& file) {
    FamilyLoad load = load_family(text, file);
    std::vector<FamilyError> errors = std::move(load.errors);
    if (load.family) {
      errors = check_patterns(*load.family, file);
      if (errors.empty()) families.push_back(std::move(*load.family));
    }
    for (const FamilyError& error : errors) complain(error.to_string());
    good = good && errors.empty();
  };
  if (invocation.has("family")) {
    const std::string file = invocation.value("family");
    const Bytes bytes = read_bytes(file);
    if (bytes.error) {
      print_error(*bytes.error, invocation.language);
      return nullptr;
    }
    add(bytes.bytes, file);
  } else {
    for (const auto& [file, text] : bundled_families()) {
      FamilyLoad load = load_family(text, file);
      for (const FamilyError& error : load.errors) complain(error.to_string());
      good = good && load.family.has_value();
      if (load.family) families.push_back(std::move(*load.family));
    }
  }
  return good ? std::make_unique<Reader>(std::move(families)) : nullptr;
}

void print_error(const InputError& error, Language language) {
  complain(fmt::format("{}: {}", one_line(error.file), error.message(language)));
}

}  // namespace tradereport::tools
