// SHA-256 (FIPS 180-4), by Nettle.
#pragma once

#include <nettle/sha2.h>

#include <optional>
#include <string>
#include <string_view>

namespace tradereport::tools {

class Sha256 {
 public:
  Sha256() { nettle_sha256_init(&state_); }

  void update(std::string_view bytes);
  // 64 hexadecimal digits of all bytes so far; starts anew.
  std::string finish();
  // The same as its 32 bytes.
  std::string digest();

 private:
  sha256_ctx state_;
};

// True for 64 hexadecimal digits, as finish() writes them.
bool is_sha256(std::string_view text);

std::string sha256_of(std::string_view bytes);

// Of the whole open file, whose position stays where it is; nothing if it cannot be read.
std::optional<std::string> sha256_of_file(int file);

}  // namespace tradereport::tools
