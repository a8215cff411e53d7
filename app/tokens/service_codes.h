// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace acx {

/// What IBM's own code means, and what a person can do.
struct CodeMeaning
{
    QString sentence;
    QString nextStep;
};

/// Codes of IAM (BXNIM…) and of the V5 management API. None = a code that we do not know.
[[nodiscard]] std::optional<CodeMeaning> meaningOfCode(const QString &code);

} // namespace acx
