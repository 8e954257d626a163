#include "tools/reading.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <thread>

#include "tools/display_width.h"
#include "tools/parallel.h"
#include "tools/standard_streams.h"
#include "tools/terminal.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kFragmentColumns = 60;

// A line on a terminal that is overwritten in place and gone at the end.
class Progress {
 public:
  explicit Progress(std::size_t total) : total_(total), on_(total > 1 && is_terminal(stderr)) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void clear() const {
    if (on_) std::fputs("\r\x1b[K", stderr);
  }
  void show(std::size_t done) const {
    if (!on_) return;
    std::fputs(fmt::format("\r\x1b[K{}/{}", done, total_).c_str(), stderr);
    std::fflush(stderr);
  }

 private:
  std::size_t total_;
  bool on_;
};

Document read_one(const Input& input, const Reader& reader,
                  const std::function<void(Document&)>& work) {
  Document document;
  try {
    if (input.error) {
      document.error = input.error;
      return document;
    }
    Bytes bytes = read_bytes(input.path);
    if (bytes.error) {
      document.error = std::move(bytes.error);
      return document;
    }
    ReadResult result = reader.read(bytes.bytes, input.path);
    document.report = std::move(result.report);
    document.family = result.family;
    if (result.error) document.error = input_error(*result.error);
    if (document.report) work(document);
  } catch (const std::exception& e) {
    document.report.reset();
    document.error = InputError{input.path, "internal", {{"reason", e.what()}}};
  }
  return document;
}

}  // namespace

InputError input_error(const ReadError& error) {
  std::string tried;
  for (const auto& [family, missing] : error.tried)
    tried += fmt::format("{}{} ({})", tried.empty() ? "" : "; ", family, missing);
  return {error.file,
          std::string(to_string(error.code)),
          {{"page", error.page > 0 ? std::to_string(error.page) : ""},
           {"fragment", shorten(one_line(error.fragment), kFragmentColumns)},
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

void read_all(const std::vector<Input>& inputs, const Reader& reader,
              const std::function<void(Document&)>& work,
              const std::function<void(Document&&)>& take) {
  const Progress progress(inputs.size());
  std::size_t done = 0;
  progress.show(done);
  ordered_parallel(
      inputs, std::thread::hardware_concurrency(),
      [&](const Input& input) { return read_one(input, reader, work); },
      [&](Document&& document) {
        progress.clear();
        take(std::move(document));
        progress.show(++done);
      });
}

void print_error(const InputError& error, Language language) {
  complain(fmt::format("{}: {}", one_line(error.file), error.message(language)));
}

}  // namespace tradereport::tools
