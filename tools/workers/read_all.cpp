#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include "tools/cli/options.h"
#include "tools/terminal/display_width.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/progress.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/document_worker.h"
#include "tools/workers/lock_messages.h"
#include "tools/workers/reading.h"
#include "tools/workers/sha256.h"
#include "tools/workers/worker_pool.h"

namespace tradereport::tools {

namespace {

// Answers that may wait for an earlier one, for each worker: a slow file shall not stop the others.
constexpr std::size_t kWindow = 16;
constexpr std::size_t kReasonColumns = 100;
constexpr int kTick = 250;  // milliseconds between two looks at the clock

std::uint64_t number(const Invocation& invocation, const std::string& option) {
  const std::string text = invocation.value(option);
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

WorkerLimits limits_of(const Invocation& invocation) {
  WorkerLimits limits;
  limits.memory = number(invocation, "memory-limit") << 20U;
  limits.cpu_seconds = static_cast<unsigned>(number(invocation, "cpu-limit"));
  limits.seconds = static_cast<unsigned>(number(invocation, "time-limit"));
  return limits;
}

// As many as --jobs says or the machine has processors, but no more than there can be work for.
std::size_t worker_count(const Invocation& invocation, const std::vector<Input>& inputs) {
  std::size_t jobs = number(invocation, "jobs");
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  const bool archives =
      std::any_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.archive; });
  return archives ? jobs : std::clamp<std::size_t>(inputs.size(), 1, jobs);
}

InputError error_of(const Ended& ended, const std::string& file) {
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

class Reading {
 public:
  Reading(const Invocation& invocation, std::vector<Input> inputs, const parser::Reader& reader,
          const ReadPlan& plan)
      : invocation_(invocation),
        inputs_(std::move(inputs)),
        reader_(reader),
        plan_(plan),
        worker_(reader),
        pool_(
            worker_count(invocation, inputs_), limits_of(invocation),
            [this](std::string_view request, int file) { return worker_.serve(request, file); },
            [this] { return worker_.prepare(); }) {}

  bool run(const std::function<void(DocumentResult&&)>& take);

 private:
  // What an input came to: an error or an answer, to be decoded when its turn comes.
  struct Done {
    std::optional<InputError> error;
    std::string message;
    std::string hash;
    std::string key;
    std::vector<std::string> refused;  // system calls
  };

  bool look_into_archives();
  // Says what keeps workers from their work; false if nothing may be read therefore.
  bool workers_are_good();
  // With --verbose, what system calls its worker was refused.
  void tell_refused(const std::string& file, const std::vector<std::string>& calls) const;
  void add_entries(const Input& input, const std::vector<ArchiveEntry>& entries,
                   std::vector<Input>& all);
  // Opens the file; without one, the error.
  std::optional<InputError> start(std::size_t ticket, const Input& input, Request::Task task);
  // Starts reading the input, or puts into done_ what is known of it already.
  void begin(std::size_t ticket);
  void end(Ended&& ended);
  DocumentResult document_of(Done&& done, const Input& input) const;
  std::string hash_of(const Input& input, int file);

  const Invocation& invocation_;
  std::vector<Input> inputs_;
  const parser::Reader& reader_;
  const ReadPlan& plan_;
  DocumentWorker worker_;  // lives in the worker processes; here it does nothing
  WorkerPool pool_;
  std::map<std::size_t, Done> done_;
  std::map<std::size_t, std::pair<std::string, std::string>> hashes_;  // hash and key, by ticket
  std::pair<std::size_t, std::string> archive_hash_;                   // the last one
  std::size_t archives_ = 0;
  bool gaps_reported_ = false;
  bool maps_reported_ = false;
};

std::optional<InputError> Reading::start(std::size_t ticket, const Input& input,
                                         Request::Task task) {
  const OpenFile file = open_input(input.file());
  if (file.error) {
    InputError error = *file.error;
    error.file = input.path;
    return error;
  }
  Request request{task, std::nullopt, input.container_number, false};
  if (!input.container.empty()) request.entry = input.entry;
  request.looks = plan_.looks && task != Request::Task::list;
  if (task != Request::Task::list && (plan_.known || request.entry)) {
    const std::string hash = hash_of(input, file.descriptor);
    std::string key;
    std::string message;
    if (plan_.known) {
      key = request.entry ? fmt::format("{}#{}", hash, *request.entry) : hash;
      message = plan_.known(key);
    }
    if (!message.empty()) {
      ::close(file.descriptor);
      done_[ticket] = {std::nullopt, std::move(message), hash, key, {}};
      return std::nullopt;
    }
    hashes_[ticket] = {hash, key};
  }
  pool_.start(ticket, {encode_request(request), file.descriptor});
  return std::nullopt;
}

std::string Reading::hash_of(const Input& input, int file) {
  if (input.container_number > 0 && archive_hash_.first == input.container_number)
    return archive_hash_.second;
  std::string hash = sha256_of_file(file).value_or("");
  if (input.container_number > 0) archive_hash_ = {input.container_number, hash};
  return hash;
}

void Reading::add_entries(const Input& input, const std::vector<ArchiveEntry>& entries,
                          std::vector<Input>& all) {
  const std::size_t first = all.size();
  std::set<std::string> names;
  for (const ArchiveEntry& entry : entries) {
    Input report;
    report.path = input.path + "/" + entry.name;
    // An archive may hold two files of one name.
    if (!names.insert(entry.name).second) report.path += fmt::format("#{}", entry.position);
    report.container = input.path;
    report.entry = entry.position;
    report.container_number = input.container_number;
    all.push_back(std::move(report));
  }
  std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
}

// Archives come one after another: what they hold has to be known before reading starts.
bool Reading::look_into_archives() {
  if (std::none_of(inputs_.begin(), inputs_.end(), [](const Input& i) { return i.archive; }))
    return true;
  std::vector<Input> all;
  for (Input& input : inputs_) {
    if (!input.archive) {
      all.push_back(std::move(input));
      continue;
    }
    input.archive = false;
    input.container_number = ++archives_;
    std::optional<InputError> error = start(0, input, Request::Task::list);
    std::vector<Ended> ended;
    while (!error && ended.empty()) {
      check_interrupt();
      ended = pool_.wait(kTick);
    }
    if (!workers_are_good()) return false;
    if (!error) tell_refused(input.path, ended.front().refused);
    if (!error && ended.front().how != Ended::How::answered)
      error = error_of(ended.front(), input.path);
    Answer answer;
    if (!error) {
      try {
        answer = decode_answer(ended.front().answer, reader_.families());
        if (!answer.error.empty()) error = input_error(answer, input.path);
      } catch (const BadMessage& bad) {
        error = InputError{input.path, "bad_answer", {{"reason", bad.what()}}};
      }
    }
    if (!error && answer.entries.empty()) error = InputError{input.path, "no_reports", {}};
    if (error) {
      input.error = std::move(error);
      all.push_back(std::move(input));
    } else {
      add_entries(input, answer.entries, all);
    }
  }
  inputs_ = std::move(all);
  return true;
}

bool Reading::workers_are_good() {
  if (!pool_.prepared() && !maps_reported_) {
    complain(no_maps_message(parser::CharacterMaps().found(), invocation_.language));
    maps_reported_ = true;
  }
  if (pool_.gaps().none()) return true;
  const bool required = invocation_.has("require-sandbox");
  if (!gaps_reported_) complain(gaps_message(pool_.gaps(), required, invocation_.language));
  gaps_reported_ = true;
  return !required;
}

void Reading::tell_refused(const std::string& file, const std::vector<std::string>& calls) const {
  if (!calls.empty() && invocation_.has("verbose"))
    complain(refused_message(file, calls, invocation_.language));
}

DocumentResult Reading::document_of(Done&& done, const Input& input) const {
  DocumentResult document;
  if (done.error) {
    document.error = std::move(done.error);
    return document;
  }
  try {
    Answer answer = decode_answer(done.message, reader_.families());
    if (!answer.error.empty()) {
      document.error = input_error(answer, input.path);
      return document;
    }
    if (!answer.report) throw BadMessage("there is no report");
    document.report = std::move(answer.report);
    document.report->file = input.path;
    document.family = &reader_.families()[answer.family];
    document.checked = std::move(answer.checked);
    document.looks = std::move(answer.looks);
    document.message = std::move(done.message);
    document.hash = done.hash.empty() ? std::move(answer.hash) : std::move(done.hash);
    document.key = std::move(done.key);
  } catch (const BadMessage& bad) {
    document = {};
    document.error = InputError{input.path, "bad_answer", {{"reason", bad.what()}}};
  }
  return document;
}

void Reading::begin(std::size_t ticket) {
  const Input& input = inputs_[ticket];
  std::optional<InputError> error = input.error;
  if (!error) error = start(ticket, input, plan_.task);
  if (error) done_[ticket].error = std::move(error);
}

void Reading::end(Ended&& ended) {
  Done& done = done_[ended.ticket];
  done.refused = std::move(ended.refused);
  if (ended.how == Ended::How::answered) {
    done.message = std::move(ended.answer);
  } else {
    done.error = error_of(ended, inputs_[ended.ticket].path);
  }
  if (auto hash = hashes_.extract(ended.ticket); !hash.empty())
    std::tie(done.hash, done.key) = std::move(hash.mapped());
}

bool Reading::run(const std::function<void(DocumentResult&&)>& take) {
  if (!look_into_archives()) return false;
  Progress progress(inputs_.size(), invocation_.language);
  const std::size_t window = kWindow * worker_count(invocation_, inputs_);
  std::size_t next = 0;
  std::size_t taken = 0;
  while (taken < inputs_.size()) {
    check_interrupt();
    progress.show(taken);
    // Workers first, so that none waits while results are written.
    while (next < inputs_.size() && next < taken + window && pool_.has_idle()) begin(next++);
    const auto ready = done_.find(taken);
    std::vector<Ended> ended = pool_.wait(ready == done_.end() ? kTick : 0);
    if (!ended.empty() && !workers_are_good()) return false;
    for (Ended& job : ended) end(std::move(job));
    if (ready == done_.end()) continue;
    const std::vector<std::string> refused = std::move(ready->second.refused);
    DocumentResult document = document_of(std::move(ready->second), inputs_[taken]);
    done_.erase(ready);
    ++taken;
    if (document.report || document.error) progress.clear();
    tell_refused(inputs_[taken - 1].path, refused);
    take(std::move(document));
  }
  return true;
}

}  // namespace

bool read_all(const Invocation& invocation, std::vector<Input> inputs, const parser::Reader& reader,
              const ReadPlan& plan, const std::function<void(DocumentResult&&)>& take) {
  handle_interrupts();
  return Reading(invocation, std::move(inputs), reader, plan).run(take);
}

}  // namespace tradereport::tools
