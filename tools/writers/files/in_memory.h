// For what writers keep in memory where they would otherwise write to a disk.
#pragma once

namespace tradereport::tools {

struct InMemory {};

}  // namespace tradereport::tools
