// The encodings that CSV files can be written in.
#pragma once

#include <string>
#include <string_view>

namespace tradereport::tools {

enum class Encoding {
  utf8,
  utf8_bom,  // with a byte order mark, by which spreadsheets know UTF-8
  gb18030,   // holds all of Unicode, so nothing is lost
};

// "utf-8", "utf-8-bom", "gb18030". Anything else is UTF-8.
Encoding encoding_from(std::string_view name);

// UTF-8 text in that encoding; what is not UTF-8 becomes U+FFFD.
std::string encode(std::string_view utf8, Encoding encoding);

}  // namespace tradereport::tools
