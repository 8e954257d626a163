// The result of `check` as the audit page.
#pragma once

#include <memory>
#include <string>

#include "schemas/messages.h"
#include "tools/page/audit_page.h"
#include "tools/writers/check/check_output.h"

namespace tradereport::tools {

// folder, beside: see AuditPage.
std::unique_ptr<CheckOutput> page_output(CheckOutput::Write write, Language language,
                                         PageFolder folder,
                                         std::shared_ptr<const BesidePage> beside = nullptr);

}  // namespace tradereport::tools
