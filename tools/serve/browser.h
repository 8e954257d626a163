// The user's browser.
#pragma once

#include <string>

namespace tradereport::tools {

// Has the desktop open the address (xdg-open), without a shell and without waiting for it. False if
// there is no such program.
bool open_browser(const std::string& address);

}  // namespace tradereport::tools
