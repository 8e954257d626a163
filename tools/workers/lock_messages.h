// What people are told once in a run: of files left out, and of the lock that workers are in.
#pragma once

#include <string>
#include <vector>

#include "schemas/messages.h"
#include "tools/inputs/inputs.h"
#include "tools/workers/sandbox/sandbox.h"

namespace tradereport::tools {

// The files that were not read although they look like reports, on one line.
std::string passed_over_message(const PassedOver& files, Language language);

// What of the lock the kernel refused; `required`: the user wants it or nothing.
std::string gaps_message(const SandboxGaps& gaps, bool required, Language language);

// Why workers do not get at the character maps of the system: because of their lock, if a process
// without it does, or because the maps are not there.
std::string no_maps_message(bool found_without_lock, Language language);

// The system calls that a worker was refused which read the file.
std::string refused_message(const std::string& file, const std::vector<std::string>& calls,
                            Language language);

}  // namespace tradereport::tools
