// The message between the program and the worker process that reads a document.
//
// A worker opens files that come from outside, so it may have been taken over: the program checks
// every number, name and index of an answer before it uses it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/reader.h"
#include "parser/report/trial.h"
#include "schemas/plain_table.h"
#include "schemas/report.h"
#include "tools/inputs/archive_file.h"
#include "tools/workers/annotate/annotate.h"
#include "tools/workers/wire.h"
#include "validator/arithmetic/arithmetic.h"
#include "validator/validate.h"

namespace tradereport::tools {

// What a worker is asked to do with the file that comes along.
struct Request {
  enum class Task {
    read,      // the report
    check,     // the report and its findings
    list,      // the reports in an archive of files, and its hash
    hash,      // the hash of the file alone
    trial,     // how the reader's first family reads the file
    discover,  // its tables, without a family
    annotate,  // the PDF with the marks
  };
  Task task = Task::read;
  std::optional<std::uint64_t> entry;  // of an archive: its position in it
  bool looks = false;                  // with what the report looks like, for people
  bool coverage = false;               // of Task::check: with how far each figure is checked
  std::vector<PageMark> marks{};       // for Task::annotate
  std::vector<int> turns{};            // for Task::annotate: Answer::turns
  parser::PeriodHints hints{};

  friend bool operator==(const Request&, const Request&) = default;
};

std::string encode_request(const Request& request);
Request decode_request(std::string_view bytes);

// A page as people see it.
struct PageSeen {
  double width = 0, height = 0;  // points
  std::string picture;           // PNG, in base64; empty if it could not be drawn
};

// What a report looks like: its pages, or its lines where it has none.
struct PagesSeen {
  std::vector<PageSeen> pages;
  std::vector<std::string> lines;
};

// A table of a document of no family, and the arithmetic among its figures.
struct DiscoveredTable {
  PlainTable table;
  validator::FoundArithmetic arithmetic;
};

struct Discovery {
  std::vector<DiscoveredTable> tables;
  std::vector<int> unread_pages;  // from 1: with ink, but without text that could be decoded
};

// What the worker found: one of report, trial, discovery, annotated, error and entries, or the hash
// alone.
struct Answer {
  std::optional<Report> report;   // without its file name, which the worker does not know
  std::size_t family = 0;         // index of the report's family among the reader's
  validator::Validation checked;  // for Task::check
  std::string error;              // message id behind "read."; empty: none
  int page = 0;                   // of the error; 0: not about one page
  std::string fragment;           // of the error: the offending text
  std::vector<parser::ReadError::Tried> tried;  // of the error
  std::vector<ArchiveEntry> entries;            // for Task::list
  std::uint64_t left_out = 0;                   // entries that were not looked at
  PagesSeen looks;                              // if they were asked for
  std::string hash;                             // SHA-256 of the bytes of the report or the file
  std::optional<parser::Trial> trial;           // for Task::trial
  std::optional<Discovery> discovery;           // for Task::discover
  std::vector<int> turns;                 // of the pages of a PDF, as ReadResult::turns; else empty
  std::optional<AnnotatedPdf> annotated;  // for Task::annotate
};

// The errors that a worker may answer with: those of ReadError, of archives and of annotate_pdf().
bool is_answer_error(std::string_view code);

std::string encode_answer(const Answer& answer);

// Throws BadMessage for what encode_answer() cannot have made of a document of one of the families:
// other versions, truncated or overlong messages, names of tables that the family does not have,
// unknown rules, indices beyond their lists, numbers that no document has.
Answer decode_answer(std::string_view bytes, const std::vector<Family>& families);

}  // namespace tradereport::tools
