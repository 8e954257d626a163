// Reads the reports that the command line names, on all cores, in order.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "parser/reader.h"
#include "schemas/report.h"
#include "tools/command_line.h"
#include "tools/inputs.h"
#include "validator/validate.h"

namespace tradereport::tools {

// What one input came to: a report of a family, or an error.
struct Document {
  std::optional<Report> report;
  const Family* family = nullptr;
  Validation checked;  // if the report was checked
  std::optional<InputError> error;
};

// The error in the terms of the messages: code, and arguments page, fragment, tried.
InputError input_error(const ReadError& error);

// Says the error that there is text, or a picture of it, which nobody could check: a page or a
// whole file that cannot be decoded. What --allow-unchecked lets pass.
bool is_unchecked(const InputError& error);

// "page 3 could not be decoded" for each page that the report says was not read.
std::vector<InputError> unread_pages(const Report& report);

// A Reader for the families that the invocation asks for: the family file of --family, or those
// that come with the program. nullptr: the family file has errors, which stand on standard error.
std::unique_ptr<Reader> make_reader(const Invocation& invocation);

// Reads every input, calls `work` on each report in one of several threads, and hands the documents
// to `take` in order and in the calling thread. Errors of inputs, and what reading and `work`
// throw, come as documents with an error, in their place. While it runs, progress stands on
// standard error if that is a terminal.
void read_all(const std::vector<Input>& inputs, const Reader& reader,
              const std::function<void(Document&)>& work,
              const std::function<void(Document&&)>& take);

// Prints "FILE: what is wrong and what to do" to standard error.
void print_error(const InputError& error, Language language);

}  // namespace tradereport::tools
