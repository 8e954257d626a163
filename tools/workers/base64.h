// Base64 (RFC 4648), by Nettle.
#pragma once

#include <string>
#include <string_view>

namespace tradereport::tools {

// "M" -> "TQ=="
std::string to_base64(std::string_view bytes);

// Has it but the characters that to_base64() writes?
bool is_base64(std::string_view text);

}  // namespace tradereport::tools
