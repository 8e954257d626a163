#include "tools/writers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <vector>

namespace tradereport::tools {

namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string to_gb18030(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("gb18030", &status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no converter for GB 18030");
  std::string bytes(static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(
                        text.length(), ucnv_getMaxCharSize(converter.get()))),
                    '\0');
  const std::int32_t size =
      ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      text.getBuffer(), text.length(), &status);
  if (U_FAILURE(status)) throw std::runtime_error("the text cannot be written in GB 18030");
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace

Encoding encoding_from(std::string_view name) {
  if (name == "utf-8-bom") return Encoding::utf8_bom;
  if (name == "gb18030") return Encoding::gb18030;
  return Encoding::utf8;
}

std::string encode(std::string_view utf8, Encoding encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  if (encoding == Encoding::gb18030) return to_gb18030(text);
  std::string bytes = encoding == Encoding::utf8_bom ? "\xEF\xBB\xBF" : "";
  return text.toUTF8String(bytes);
}

}  // namespace tradereport::tools
