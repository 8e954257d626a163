// Who is let in to the served page, judged by the head of a request alone.
#pragma once

#include <optional>
#include <string>

#include "tools/serve/asked.h"
#include "tools/serve/limits.h"
#include "tools/serve/refusal.h"

namespace tradereport::tools {

struct Gate {
  std::string token;  // the first folder of every path
  int port = 0;

  // Nothing if the request may go on. In this order:
  //   403 its Host is not this server's by number or as localhost: another name that leads to
  //       127.0.0.1 is somebody's who wants to read what is here (DNS rebinding)
  //   403 its path does not begin with the token
  //   403 it comes from another site's page (Origin, Sec-Fetch-Site)
  //   405 its method is none of GET, HEAD, POST, PUT and DELETE
  //   411, 415 it has a body of unknown length, or one packed or in parts
  //   413 it has a body longer than a file may be, or any body where none belongs
  std::optional<Refusal> refusal(const Asked& asked, const ServeLimits& limits) const;
};

// The length that a request announces for its body; 0: none; nullopt: it is no number.
std::optional<std::uint64_t> announced_length(const Asked& asked);

}  // namespace tradereport::tools
