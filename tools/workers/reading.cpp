#include "tools/workers/reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/terminal/display_width.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/document_worker.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

constexpr std::size_t kFragmentColumns = 60;
constexpr std::size_t kMostCaptions = 6;
constexpr std::size_t kReasonColumns = 100;
constexpr int kAnswerTick = 250;  // milliseconds

// Those that come with the program; tests hold that they have no mistakes.
std::vector<Family> load_bundled() {
  std::vector<Family> families;
  for (const auto& [file, text] : bundled_families()) {
    FamilyLoad load = load_family(text, file);
    if (load.family) families.push_back(std::move(*load.family));
  }
  return families;
}

}  // namespace

InputError input_error(const Answer& answer, const Input& input) {
  if (answer.error == "encrypted_entry")
    return {input.path, "encrypted", {{"what", "entry"}, {"archive", one_line(input.container)}}};
  const std::string fragment = shorten(one_line(answer.fragment), kFragmentColumns);
  return {input.path,
          answer.error,
          {{"what", "file"},
           {"page", answer.page > 0 ? std::to_string(answer.page) : ""},
           {"fragment", fragment},
           {"reason", fragment},
           {"tried.en", looked_for(answer.tried, Language::en)},
           {"tried.zh", looked_for(answer.tried, Language::zh)}}};
}

InputError ended_error(const Ended& ended, const std::string& file) {
  switch (ended.how) {
    case Ended::How::out_of_memory:
      return {file, "memory_limit", {}};
    case Ended::How::out_of_time:
      return {file, "time_limit", {}};
    case Ended::How::failed:
      return {file, "internal", {{"reason", shorten(one_line(ended.answer), kReasonColumns)}}};
    case Ended::How::garbled:
      return {file, "bad_answer", {{"reason", "?"}}};
    default:
      return {file, "crashed", {{"signal", std::to_string(ended.signal)}}};
  }
}

Answer answer_of(const Ended& ended, const Input& input, const std::vector<Family>& families,
                 std::optional<InputError>& error) {
  if (ended.how != Ended::How::answered) {
    error = ended_error(ended, input.path);
    return {};
  }
  try {
    Answer answer = decode_answer(ended.answer, families);
    if (!answer.error.empty()) error = input_error(answer, input);
    return answer;
  } catch (const BadMessage& bad) {
    error = InputError{input.path, "bad_answer", {{"reason", bad.what()}}};
    return {};
  }
}

Answer ask_worker(const std::string& file, const parser::Reader& reader, const Request& request,
                  std::optional<InputError>& error) {
  DocumentWorker worker(reader);
  WorkerPool pool(
      1, WorkerLimits(),
      [&](std::string_view bytes, int open) { return worker.serve(bytes, open); },
      [&] { return worker.prepare(); });
  const OpenFile opened = open_input(file);
  error = opened.error;
  if (error) return {};
  pool.start(0, {encode_request(request), opened.descriptor});
  std::vector<Ended> ended;
  while (ended.empty()) ended = pool.wait(kAnswerTick);
  Input input;
  input.path = file;
  return answer_of(ended.front(), input, reader.families(), error);
}

std::string looked_for(const std::vector<parser::ReadError::Tried>& tried, Language language) {
  const auto quoted = [&](const std::vector<std::string>& texts) {
    std::string list;
    for (std::size_t i = 0; i < std::min(texts.size(), kMostCaptions); ++i)
      list +=
          (i == 0 ? "“" : format_message(language, "term.list.separator") + "“") + texts[i] + "”";
    return list + (texts.size() > kMostCaptions ? "…" : "");
  };
  std::string all;
  for (const parser::ReadError::Tried& family : tried) {
    const char* const id = family.needed == 0      ? "cli.looked_for_title"
                           : family.titles.empty() ? "cli.looked_for_captions"
                                                   : "cli.looked_for";
    if (!all.empty()) all += format_message(language, "cli.looked_for_or");
    all += format_message(language, id,
                          {{"title", quoted(family.titles)},
                           {"captions", quoted(family.captions)},
                           {"found", std::to_string(family.found)},
                           {"needed", std::to_string(family.needed)}});
  }
  return all;
}

bool is_unchecked(const InputError& error) {
  return error.code == "page_unread" ||
         error.code == to_string(parser::ReadError::Code::undecodable) ||
         error.code == to_string(parser::ReadError::Code::no_text);
}

std::vector<InputError> unread_pages(const Report& report) {
  std::vector<InputError> pages;
  for (const Problem& problem : report.problems) {
    if (!std::holds_alternative<PageUnread>(problem.what)) continue;
    const int page = problem.source.page;
    pages.push_back({report.file,
                     "page_unread",
                     {{"page", page > 0 ? std::to_string(page) : std::string("?")}}});
  }
  return pages;
}

void print_holes(const Report& report, Language language) {
  for (const Problem& problem : report.problems) {
    if (!is_hole(problem) || std::holds_alternative<PageUnread>(problem.what)) continue;
    const int page = problem.source.page;
    const std::string where =
        page == 0 ? ""
                  : format_message(language, "cli.check.on_page", {{"page", std::to_string(page)}});
    complain(fmt::format("{}{}: {}", one_line(report.file), where,
                         one_line(validator::describe(problem, language))));
  }
}

std::unique_ptr<parser::Reader> make_reader(const Invocation& invocation) {
  if (!invocation.has("family")) return std::make_unique<parser::Reader>(load_bundled());
  const std::string file = invocation.value("family");
  const Bytes bytes = read_bytes(file);
  if (bytes.error) {
    print_error(*bytes.error, invocation.language);
    return nullptr;
  }
  FamilyLoad load = load_family(bytes.bytes, file);
  std::vector<FamilyError> errors = std::move(load.errors);
  if (load.family) errors = parser::check_patterns(*load.family, file);
  for (const FamilyError& error : errors) complain(error.to_string());
  if (!errors.empty()) return nullptr;
  std::vector<Family> families;
  families.push_back(std::move(*load.family));
  return std::make_unique<parser::Reader>(std::move(families));
}

std::optional<Period> asked_period(const Invocation& invocation) {
  return invocation.has("period") ? Period::parse(invocation.value("period")) : std::nullopt;
}

void print_error(const InputError& error, Language language) {
  complain(fmt::format("{}: {}", one_line(error.file), error.message(language)));
}

}  // namespace tradereport::tools
