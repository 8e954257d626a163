#include "tools/workers/base64.h"

#include <nettle/base64.h>

#include <algorithm>
#include <cstdint>

namespace tradereport::tools {

std::string to_base64(std::string_view bytes) {
  std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
  nettle_base64_encode_raw(text.data(), bytes.size(),
                           reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return text;
}

bool is_base64(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '=';
  });
}

}  // namespace tradereport::tools
