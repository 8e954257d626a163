// Reads the reports that the command line names, in worker processes, in order.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/reader.h"
#include "schemas/report.h"
#include "tools/cli/command_line.h"
#include "tools/inputs/inputs.h"
#include "tools/workers/message.h"
#include "tools/workers/worker_pool.h"
#include "validator/validate.h"

namespace tradereport::tools {

// What one input came to: a report of a family, the tables of any document, or an error.
struct DocumentResult {
  Input input;
  std::optional<Report> report;
  const Family* family = nullptr;
  validator::Validation checked;       // if the report was checked
  PagesSeen looks;                     // if they were asked for
  std::vector<int> turns;              // of the pages of a PDF: Answer::turns
  std::optional<Discovery> discovery;  // for Task::discover, in place of a report
  std::string message;  // the answer that the report came in, as decode_answer() takes it
  std::string hash;     // SHA-256 of the file (of the archive, for a report in one)
  std::string content;  // SHA-256 of the report's own bytes
  std::string key;      // names the content, where it was asked for: see ReadPlan::known
  std::optional<InputError> error;
};

// The answer's error in the terms of the messages: code, and arguments what, archive, page,
// fragment, reason, tried.
InputError input_error(const Answer& answer, const Input& input);

// Why the worker has not answered about the file.
InputError ended_error(const Ended& ended, const std::string& file);

// What the worker has answered about the input; else `error` says why it has not.
Answer answer_of(const Ended& ended, const Input& input, const std::vector<Family>& families,
                 std::optional<InputError>& error);

// What the families were looked for by, in words.
//   "the title “Monthly Report” or 2 of the captions “Table 1 Exports”, “Table 2 Imports” (found
//   1)"
std::string looked_for(const std::vector<parser::ReadError::Tried>& tried, Language language);

// Says the error that there is text, or a picture of it, which nobody could check: a page or a
// whole file that cannot be decoded. What --allow-unchecked lets pass.
bool is_unchecked(const InputError& error);

// "page 3 could not be decoded" for each page that the report says was not read.
std::vector<InputError> unread_pages(const Report& report);

// Prints "FILE, page N: what is missing" to standard error for each hole in the report but the
// pages that were not read.
void print_holes(const Report& report, Language language);

// A Reader for the families that the invocation asks for: the family file of --family, or those
// that come with the program. nullptr: the family file has errors, which stand on standard error.
std::unique_ptr<parser::Reader> make_reader(const Invocation& invocation);

// The month that --period says, if it does.
std::optional<Period> asked_period(const Invocation& invocation);

// How inputs are read.
struct ReadPlan {
  Request::Task task = Request::Task::read;
  bool looks = false;     // with what the reports look like
  bool coverage = false;  // of Task::check: with how far each figure is checked
  // The answer that was kept of these bytes at an earlier time, or an empty text.
  // `key` names the content: the hash, and the entry of an archive. A worker takes the hash, within
  // the limits, before it or another one reads the file.
  std::function<std::string(const std::string& key)> known;
  // Told again and again how many of the inputs are done; may be empty.
  std::function<void(std::size_t done, std::size_t total)> progress;
  std::optional<Period> period{};  // that all of them are of; nothing: they say it themselves
};

// Reads every input and hands the documents to `take` in the order of the inputs, archives unpacked
// in their place. PDFs are opened in worker processes alone (worker_pool.h), as many as --jobs says
// and within the limits of the options; this process and its one thread only look at what comes
// back. Errors of inputs, and what happens to workers, come as documents with an error.
//
// Memory does not grow with the number of inputs. While it runs, progress stands on standard error
// if that is a terminal. Returns false, with a message on standard error, if --require-sandbox asks
// for what the kernel refuses. Throws Interrupted.
bool read_all(const Invocation& invocation, Inputs inputs, const parser::Reader& reader,
              const ReadPlan& plan, const std::function<void(DocumentResult&&)>& take);

// What the options --memory-limit, --cpu-limit, --time-limit and --fresh-workers ask for.
WorkerLimits worker_limits(const Invocation& invocation);

// As many workers as --jobs says or the machine has processors, but no more than there are files.
std::size_t worker_count(const Invocation& invocation, std::size_t files);

// One job with one file, in a worker process within the limits that stand where no option says
// otherwise. Without an answer, `error` says why.
Answer ask_worker(const std::string& file, const parser::Reader& reader, const Request& request,
                  std::optional<InputError>& error);

// Prints "FILE: what is wrong and what to do" to standard error.
void print_error(const InputError& error, Language language);

}  // namespace tradereport::tools
