#include "tools/workers/document_worker.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <utility>

#include "parser/pictures/page_pictures.h"
#include "parser/plain_tables/plain_tables.h"
#include "parser/report/trial.h"
#include "tools/inputs/archive_file.h"
#include "tools/inputs/open_input.h"
#include "tools/workers/base64.h"
#include "tools/workers/message.h"
#include "tools/workers/sha256.h"

namespace tradereport::tools {

namespace {

Answer failure(std::string code, std::string fragment = {}) {
  Answer answer;
  answer.error = std::move(code);
  answer.fragment = std::move(fragment);
  return answer;
}

Answer failure(parser::ReadError&& error) {
  Answer answer = failure(std::string(to_string(error.code)), std::move(error.fragment));
  answer.page = error.page;
  answer.tried = std::move(error.tried);
  return answer;
}

// A report of more pages is looked at for its figures.
constexpr int kMostDrawn = 60;

PagesSeen looks_of(std::string_view bytes, const parser::ReadResult& result) {
  PagesSeen looks;
  if (result.turns.empty()) {
    looks.lines = parser::shown_lines(bytes);
    return looks;
  }
  for (const parser::PagePicture& picture : parser::page_pictures(bytes, result.turns, kMostDrawn))
    looks.pages.push_back({picture.width, picture.height, to_base64(picture.png)});
  return looks;
}

Answer read_report(const parser::Reader& reader, std::string_view bytes, const Request& request) {
  parser::ReadResult result = reader.read(bytes, "", request.hints);
  if (result.error) return failure(std::move(*result.error));
  Answer answer;
  answer.family = static_cast<std::size_t>(result.family - reader.families().data());
  if (request.looks) answer.looks = looks_of(bytes, result);
  answer.report = std::move(result.report);
  answer.turns = std::move(result.turns);
  if (request.task == Request::Task::check)
    answer.checked = validator::validate_report(*answer.report, *result.family);
  if (request.coverage)
    answer.checked.coverage =
        validator::coverage_of(*answer.report, *result.family, answer.checked.findings);
  return answer;
}

Answer read_trial(const parser::Reader& reader, std::string_view bytes) {
  parser::TrialResult result = parser::try_family(reader.families().front(), bytes, "");
  if (result.error) return failure(std::move(*result.error));
  Answer answer;
  answer.trial = std::move(result.trial);
  return answer;
}

Answer discover_tables(std::string_view bytes) {
  parser::PlainTables found = parser::read_plain_tables(bytes, "");
  if (found.error) return failure(std::move(*found.error));
  Answer answer;
  answer.discovery.emplace();
  answer.discovery->unread_pages = std::move(found.unread_pages);
  for (PlainTable& table : found.tables) {
    validator::FoundArithmetic arithmetic = validator::find_arithmetic(table);
    answer.discovery->tables.push_back({std::move(table), std::move(arithmetic)});
  }
  return answer;
}

Answer annotate(std::string_view bytes, const Request& request) {
  Annotating result = annotate_pdf(bytes, request.marks, request.turns);
  if (!result.pdf) return failure(std::move(result.error), std::move(result.reason));
  Answer answer;
  answer.annotated = std::move(result.pdf);
  return answer;
}

Answer carry_out_task(const parser::Reader& reader, std::string_view bytes,
                      const Request& request) {
  switch (request.task) {
    case Request::Task::trial:
      return read_trial(reader, bytes);
    case Request::Task::discover:
      return discover_tables(bytes);
    case Request::Task::annotate:
      return annotate(bytes, request);
    default:
      return read_report(reader, bytes, request);
  }
}

Answer answer_about(const parser::Reader& reader, std::string_view bytes, const Request& request) {
  try {
    Answer answer = carry_out_task(reader, bytes, request);
    answer.hash = sha256_of(bytes);
    return answer;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return failure("internal", error.what());
  }
}

Answer hash_file(int file) {
  Answer answer;
  const std::optional<std::string> hash = sha256_of_file(file);
  if (!hash) return failure("unreadable", std::strerror(errno));
  answer.hash = *hash;
  return answer;
}

// Of a file that is read into memory afterwards.
Answer hash_document(int file) {
  struct stat status {};
  rlimit limit{};
  if (::fstat(file, &status) == 0 && ::getrlimit(RLIMIT_AS, &limit) == 0 &&
      static_cast<rlim_t>(status.st_size) > limit.rlim_cur)
    throw std::bad_alloc();
  return hash_file(file);
}

Answer look_into_archive(int file) {
  std::optional<ArchiveList> list = list_archive(file);
  if (!list) return failure("damaged_archive");
  Answer answer = hash_file(file);
  answer.entries = std::move(list->entries);
  answer.left_out = list->left_out;
  return answer;
}

Answer answer_to(const Request& request, int file, const parser::Reader& reader) {
  if (request.task == Request::Task::list) return look_into_archive(file);
  if (request.task == Request::Task::hash) return hash_document(file);
  if (request.entry) {
    const EntryBytes unpacked = read_entry(file, *request.entry);
    if (!unpacked.error.empty()) return failure(unpacked.error);
    return answer_about(reader, unpacked.bytes, request);
  }
  std::string bytes;
  if (const int number = read_descriptor(file, bytes); number != 0)
    return failure("unreadable", std::strerror(number));
  return answer_about(reader, bytes, request);
}

}  // namespace

DocumentWorker::DocumentWorker(const parser::Reader& reader) : reader_(&reader) {
  // Those that Poppler's texts go through.
  for (const auto& [to, from] : {std::pair("UTF-8", "UTF-16"), std::pair("UTF-16", "UTF-8")}) {
    void* const converter = ::iconv_open(to, from);
    // How iconv says that it has none.
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    if (converter != reinterpret_cast<void*>(-1)) converters_.emplace_back(converter);
  }
}

bool DocumentWorker::prepare() {
  maps_ = std::make_unique<parser::CharacterMaps>();
  return maps_->found();
}

std::string DocumentWorker::serve(std::string_view request, int file) const {
  return encode_answer(answer_to(decode_request(request), file, *reader_));
}

}  // namespace tradereport::tools
