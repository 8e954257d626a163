#include "tools/workers/document_worker.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <optional>

#include "parser/pictures/page_pictures.h"
#include "tools/workers/base64.h"
#include "tools/workers/inputs.h"
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

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
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
  parser::ReadResult result = reader.read(bytes, "");
  Answer answer;
  answer.hash = sha256_of(bytes);
  if (result.error) {
    answer.error = to_string(result.error->code);
    answer.page = result.error->page;
    answer.fragment = result.error->fragment;
    answer.tried = std::move(result.error->tried);
    return answer;
  }
  answer.family = static_cast<std::size_t>(result.family - reader.families().data());
  if (request.looks) answer.looks = looks_of(bytes, result);
  answer.report = std::move(result.report);
  if (request.task == Request::Task::check)
    answer.checked = validator::validate_report(*answer.report, *result.family);
  return answer;
}

}  // namespace

bool DocumentWorker::prepare() {
  maps_ = std::make_unique<parser::CharacterMaps>();
  return maps_->found();
}

ArchiveFile& DocumentWorker::archive(std::size_t number, int file) {
  if (archive_ != nullptr && archive_number_ == number) return *archive_;
  archive_.reset();
  if (archive_descriptor_ >= 0) ::close(archive_descriptor_);
  archive_descriptor_ = ::dup(file);
  archive_number_ = number;
  archive_ = std::make_unique<ArchiveFile>(archive_descriptor_);
  return *archive_;
}

std::string DocumentWorker::serve(std::string_view message, int file) {
  const Request request = decode_request(message);
  if (request.task == Request::Task::list) {
    std::optional<std::vector<ArchiveEntry>> entries = archive(request.archive, file).reports();
    if (!entries) return encode_answer(failure("damaged_archive"));
    Answer answer;
    answer.entries = std::move(*entries);
    return encode_answer(answer);
  }
  std::string bytes;
  if (request.entry) {
    ArchiveFile::Bytes unpacked = archive(request.archive, file).read(*request.entry);
    if (!unpacked.error.empty()) return encode_answer(failure(std::move(unpacked.error)));
    bytes = std::move(unpacked.bytes);
  } else if (const int number = read_descriptor(file, bytes); number != 0) {
    return encode_answer(failure("unreadable", std::strerror(number)));
  }
  try {
    return encode_answer(read_report(*reader_, bytes, request));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return encode_answer(failure("internal", error.what()));
  }
}

}  // namespace tradereport::tools
