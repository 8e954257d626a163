// Some issues of an archive, and the system that they make together. Internal to validator.
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <vector>

#include "schemas/family.h"
#include "validator/archive/issue_reports.h"
#include "validator/archive/issue_system.h"
#include "validator/solver/certificate.h"

namespace tradereport::validator {

// A sum between or within issues that a contradiction rests on.
struct IssueRelation {
  Relation relation;
  RelationPlace place;  // `issue` is an index into Issues::all()
};

class IssueWindow {
 public:
  // The issues (indices into Issues::all()) take part with the figures of a series (index into
  // IssueReports::series()), those of `whole` with all their figures and relations.
  IssueWindow(const IssueReports& reports, const Family& family, std::size_t series,
              const std::set<std::size_t>& issues, const std::set<std::size_t>& whole);

  const System& system() const { return joined_.system; }

  // What the system points into, by Statement::issue.
  std::shared_ptr<const std::vector<IssueReport>> reports() const { return reports_; }

  // The figure of a statement.
  IssuePrint print(int statement) const;
  std::vector<IssuePrint> prints(const std::vector<int>& statements) const;

  // The relations that a certificate rests on.
  std::vector<IssueRelation> relations(const Certificate& certificate) const;

 private:
  std::vector<std::size_t> issues_;
  std::shared_ptr<const std::vector<IssueReport>> reports_;
  IssueSystem joined_;
};

}  // namespace tradereport::validator
