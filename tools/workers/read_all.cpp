#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <thread>
#include <utility>

#include "tools/cli/options.h"
#include "tools/terminal/interrupt.h"
#include "tools/terminal/progress.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/archive_inputs.h"
#include "tools/workers/document_worker.h"
#include "tools/workers/lock_messages.h"
#include "tools/workers/reading.h"
#include "tools/workers/worker_pool.h"

namespace tradereport::tools {

namespace {

// Answers that may wait for an earlier one, for each worker: a slow file shall not stop the others.
constexpr std::size_t kWindow = 16;
constexpr int kTick = 250;  // milliseconds between two looks at the clock

std::uint64_t number(const Invocation& invocation, const std::string& option) {
  const std::string text = invocation.value(option);
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

StreamLimits stream_limits_of(const Invocation& invocation) {
  return {number(invocation, "memory-limit") << 20U,
          std::chrono::seconds(number(invocation, "time-limit"))};
}

// There may be any number of files in an archive.
std::size_t most_files(const std::vector<Input>& inputs) {
  const bool archives =
      std::any_of(inputs.begin(), inputs.end(), [](const Input& input) { return input.archive; });
  return archives ? std::numeric_limits<std::size_t>::max() : inputs.size();
}

std::string file_name_of(const Input& input) {
  return std::filesystem::path(input.path).filename().string();
}

class Reading {
 public:
  Reading(const Invocation& invocation, Inputs inputs, const parser::Reader& reader,
          const ReadPlan& plan)
      : invocation_(invocation),
        inputs_(std::move(inputs.files)),
        passed_over_(std::move(inputs.passed_over)),
        reader_(reader),
        plan_(plan),
        worker_(reader),
        pool_(
            worker_count(invocation, most_files(inputs_)), worker_limits(invocation),
            [this](std::string_view request, int file) { return worker_.serve(request, file); },
            [this] { return worker_.prepare(); }) {}

  bool run(const std::function<void(DocumentResult&&)>& take);

 private:
  // What an input came to: an error or an answer, to be decoded when its turn comes.
  struct Done {
    std::optional<InputError> error;
    std::string message;
    std::vector<std::string> refused;  // system calls
  };

  bool look_into_archives();
  // Says what keeps workers from their work; false if nothing may be read therefore.
  bool workers_are_good();
  // With --verbose, what system calls its worker was refused.
  void tell_refused(const std::string& file, const std::vector<std::string>& calls) const;
  // What is in the archive, or why nobody knows.
  Answer list(std::size_t archive);
  void tell_passed_over() const;
  // Opens the file; without one, the error.
  std::optional<InputError> start(std::size_t ticket, Request::Task task);
  // Starts reading the input, or looking whether it is known; or puts an error into done_.
  void begin(std::size_t ticket);
  // False: the error is in done_.
  bool start_task(std::size_t ticket, Request::Task task);
  // The content has this name: puts into done_ what is known of it, or notes that it is unknown.
  void look_up(std::size_t ticket, const std::string& key);
  void end(Ended&& ended);
  // Names what an answer depends on: the content, and for families that look at it the file's name.
  std::string key_of(const std::string& content, const Input& input) const;
  DocumentResult document_of(Done&& done, const Input& input) const;

  const Invocation& invocation_;
  std::vector<Input> inputs_;
  PassedOver passed_over_;
  const parser::Reader& reader_;
  const ReadPlan& plan_;
  DocumentWorker worker_;  // lives in the worker processes; here it does nothing
  WorkerPool pool_;
  std::map<std::size_t, Done> done_;
  std::set<std::size_t> hashing_;    // tickets of which a worker takes the hash first
  std::deque<std::size_t> unknown_;  // those of unknown content, waiting for a worker
  bool gaps_reported_ = false;
  bool maps_reported_ = false;
};

std::optional<InputError> Reading::start(std::size_t ticket, Request::Task task) {
  const Input& input = inputs_[ticket];
  const OpenFile file = input.held >= 0 ? open_held(input.held, input.path)
                                        : open_input(input.file(), stream_limits_of(invocation_));
  if (file.error) {
    InputError error = *file.error;
    error.file = input.path;
    return error;
  }
  Request request;
  request.task = task;
  if (!input.container.empty()) request.entry = input.entry;
  request.looks = plan_.looks && (task == Request::Task::read || task == Request::Task::check);
  request.coverage = plan_.coverage && task == Request::Task::check;
  request.hints = {plan_.period, file_name_of(input)};
  pool_.start(ticket, {encode_request(request), file.descriptor});
  return std::nullopt;
}

Answer Reading::list(std::size_t archive) {
  Input& input = inputs_[archive];
  input.error = start(archive, Request::Task::list);
  if (input.error) return {};
  std::vector<Ended> ended;
  while (ended.empty()) {
    check_interrupt();
    ended = pool_.wait(kTick);
  }
  tell_refused(input.path, ended.front().refused);
  return answer_of(ended.front(), input, reader_.families(), input.error);
}

// Archives come one after another: what they hold has to be known before reading starts.
bool Reading::look_into_archives() {
  Inputs all;
  all.passed_over = std::move(passed_over_);
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    Input& input = inputs_[i];
    const bool look = input.archive && !input.error;
    Answer answer;
    if (look) answer = list(i);
    if (look && !workers_are_good()) return false;
    if (look && !input.error) {
      input.container_hash = std::move(answer.hash);
      add_entries(input, answer, all);
    } else {
      all.files.push_back(std::move(input));
    }
  }
  inputs_ = std::move(all.files);
  passed_over_ = std::move(all.passed_over);
  return true;
}

void Reading::tell_passed_over() const {
  if (passed_over_.count > 0) complain(passed_over_message(passed_over_, invocation_.language));
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
  document.input = input;
  if (done.error) {
    document.error = std::move(done.error);
    return document;
  }
  try {
    Answer answer = decode_answer(done.message, reader_.families());
    if (!answer.error.empty()) {
      document.error = input_error(answer, input);
      return document;
    }
    if (plan_.task == Request::Task::discover) {
      if (!answer.discovery) throw BadMessage("there are no tables");
      document.discovery = std::move(answer.discovery);
      return document;
    }
    if (!answer.report) throw BadMessage("there is no report");
    document.report = std::move(answer.report);
    document.report->file = input.path;
    document.family = &reader_.families()[answer.family];
    document.checked = std::move(answer.checked);
    document.looks = std::move(answer.looks);
    document.turns = std::move(answer.turns);
    document.message = std::move(done.message);
    const bool entry = !input.container.empty();
    document.content = answer.hash;
    document.hash = entry ? input.container_hash : answer.hash;
    if (plan_.known)
      document.key =
          key_of(entry ? fmt::format("{}#{}", document.hash, input.entry) : document.hash, input);
  } catch (const BadMessage& bad) {
    document = {};
    document.input = input;
    document.error = InputError{input.path, "bad_answer", {{"reason", bad.what()}}};
  }
  return document;
}

std::string Reading::key_of(const std::string& content, const Input& input) const {
  const auto& families = reader_.families();
  const bool by_name = std::any_of(families.begin(), families.end(), [](const Family& family) {
    return !family.period_source.file_name.empty();
  });
  return by_name ? content + "@" + file_name_of(input) : content;
}

void Reading::begin(std::size_t ticket) {
  const Input& input = inputs_[ticket];
  if (input.error) {
    done_[ticket].error = input.error;
  } else if (!plan_.known) {
    start_task(ticket, plan_.task);
  } else if (!input.container.empty()) {
    look_up(ticket, key_of(fmt::format("{}#{}", input.container_hash, input.entry), input));
  } else if (start_task(ticket, Request::Task::hash)) {
    hashing_.insert(ticket);
  }
}

bool Reading::start_task(std::size_t ticket, Request::Task task) {
  std::optional<InputError> error = start(ticket, task);
  if (error) done_[ticket].error = std::move(error);
  return !done_.contains(ticket);
}

void Reading::look_up(std::size_t ticket, const std::string& key) {
  std::string message = plan_.known(key);
  if (message.empty()) {
    unknown_.push_back(ticket);
  } else {
    done_[ticket].message = std::move(message);
  }
}

void Reading::end(Ended&& ended) {
  const std::size_t ticket = ended.ticket;
  if (hashing_.erase(ticket) > 0) {
    std::optional<InputError> error;
    const Answer answer = answer_of(ended, inputs_[ticket], reader_.families(), error);
    if (!error) return look_up(ticket, key_of(answer.hash, inputs_[ticket]));
    done_[ticket].error = std::move(error);
  } else if (ended.how == Ended::How::answered) {
    done_[ticket].message = std::move(ended.answer);
  } else {
    done_[ticket].error = ended_error(ended, inputs_[ticket].path);
  }
  done_[ticket].refused = std::move(ended.refused);
}

bool Reading::run(const std::function<void(DocumentResult&&)>& take) {
  if (!look_into_archives()) return false;
  tell_passed_over();
  Progress progress(inputs_.size(), invocation_.language);
  const std::size_t window = kWindow * worker_count(invocation_, inputs_.size());
  std::size_t next = 0;
  std::size_t taken = 0;
  while (taken < inputs_.size()) {
    check_interrupt();
    progress.show(taken);
    if (plan_.progress) plan_.progress(taken, inputs_.size());
    // Workers first, so that none waits while results are written.
    while (pool_.has_idle()) {
      if (!unknown_.empty()) {
        start_task(unknown_.front(), plan_.task);
        unknown_.pop_front();
      } else if (next < inputs_.size() && next < taken + window) {
        begin(next++);
      } else {
        break;
      }
    }
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

WorkerLimits worker_limits(const Invocation& invocation) {
  WorkerLimits limits;
  limits.memory = number(invocation, "memory-limit") << 20U;
  limits.cpu_seconds = static_cast<unsigned>(number(invocation, "cpu-limit"));
  limits.seconds = static_cast<unsigned>(number(invocation, "time-limit"));
  limits.one_job = invocation.has("fresh-workers");
  return limits;
}

std::size_t worker_count(const Invocation& invocation, std::size_t files) {
  std::size_t jobs = number(invocation, "jobs");
  if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(files, 1, jobs);
}

bool read_all(const Invocation& invocation, Inputs inputs, const parser::Reader& reader,
              const ReadPlan& plan, const std::function<void(DocumentResult&&)>& take) {
  handle_interrupts();
  return Reading(invocation, std::move(inputs), reader, plan).run(take);
}

}  // namespace tradereport::tools
