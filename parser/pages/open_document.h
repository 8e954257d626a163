// From the bytes of a file to its lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parser/pages/read_error.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// document or error is set.
struct OpenedDocument {
  std::optional<Document> document;
  std::optional<Document> turned;  // with the pages upside down of which nothing tells which way up
  std::optional<ReadError> error;
};

// bytes: a PDF, a Word file (.docx), or plain text in UTF-8. An error if it is none of them, or
// holds no text that can be decoded.
OpenedDocument open_document(std::string_view bytes, const std::string& file);

}  // namespace tradereport::parser
