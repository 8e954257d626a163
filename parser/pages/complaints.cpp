#include "parser/pages/complaints.h"

#include <algorithm>
#include <array>

namespace tradereport::parser {

namespace {

// Without the map of a font Poppler leaves its text out, or gives other characters.
constexpr std::array<std::string_view, 3> kMaps{"Missing language pack for", "' CMap file for",
                                                "Unknown CMap"};

// Parts of Poppler's messages (22.12 to 25.03).
constexpr std::array<std::string_view, 57> kDamage{
    // Where the objects are: some are not found, or an old one is taken for the newest.
    "xref num",
    "xref table",
    "XRef entry",
    "Circular XRef",
    "XRefStm",
    "Couldn't find trailer dictionary",
    "Bad object number",
    "Invalid 'obj' parameters",
    "Cmd was not obj but",
    "is being already parsed",
    "Invalid object stream",
    "Compressed object offset",
    "Invalid 'first' or 'n' inside",
    "Too many objects in an object stream",
    // The objects themselves.
    "End of file inside",
    "Dictionary key must be a name object",
    "Illegal character",
    "Illegal digit in hex char",
    "Unterminated string",
    "Unterminated hex string",
    "Command token too long",
    // Streams; those of pictures have other names.
    "Bad 'Length' attribute in stream",
    "Missing 'endstream'",
    "Invalid 'endstream'",
    "in flate stream",
    "Bad LZW stream",
    "in ASCIIHex stream",
    "Bad filter name",
    "Unknown filter",
    "Bad 'Filter' attribute in stream",
    // The tree of pages: some are not found.
    "atalog dictionary",
    "Catalog object is wrong type",
    "page catalog",
    "Invalid page tree",
    "Loop in Pages tree",
    "Kid object",
    "Kids object",
    "Failed to create page",
    "page count",
    "Page count",
    "Top-level pages object",
    "Page contents object",
    "Weird page contents",
    // What a page draws: operators that nobody knows or that lack something are not carried out.
    "Unknown operator",
    "Too few (",
    "operator is wrong type",
    "args in content stream",
    "Element of show/space array",
    "End of file in inline image",
    "Inline image dictionary key",
    // Parts of a page that it names and the file does not have.
    "XObject '",
    "XObject subtype is missing",
    "Bad form ",
    "Unknown font tag",
    "No font in ",
    "font resource is not a dictionary",
    // A map to Unicode with characters that are no hexadecimal digits is garbled. Ranges and
    // lengths that are not allowed, of which Poppler complains too, come from producers.
    "Illegal entry in ToUnicode CMap",
};

template <std::size_t N>
bool has_any(std::string_view message, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return message.find(part) != std::string_view::npos;
  });
}

}  // namespace

Complaint meaning_of(std::string_view message) {
  if (has_any(message, kMaps)) return Complaint::map_missing;
  // Hints for viewers that show the first page before they have all of the file.
  if (message.find("linearization") != std::string_view::npos) return Complaint::harmless;
  return has_any(message, kDamage) ? Complaint::text_may_miss : Complaint::harmless;
}

}  // namespace tradereport::parser
