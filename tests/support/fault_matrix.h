// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "tests/support/faults.h"

#include <QMetaType>
#include <QString>

namespace acx {

/// How an exchange must end.
enum class Ends {
    Whole,       ///< a success, and nothing is missing
    Unconfirmed, ///< a success of which nobody knows whether it is whole
    NotWhole,    ///< told as incomplete, or at least as not confirmed
    Incomplete,  ///< an answer that is told as incomplete
    LateAnswer,  ///< an answer that is cut by a limit of time
    Refusal,     ///< an answer that is no success, with nothing missing
    NoAnswer,    ///< an error of `kind`
    NoSuccess,   ///< an error, or an answer told as incomplete
    Anyhow,      ///< whatever, but it ends
};

/// One row of the fault matrix: what the server does, and what the person is told. The same rows are tried through the
/// HTTP client, the window and `acx`.
struct FaultRow
{
    QByteArray name;
    Fault fault;
    Ends ends = Ends::Whole;
    QByteArray kept{}; ///< the body as far as it came; looked at if it is not empty, or for Whole
    QString words{};   ///< in the sentence, besides the host
    QByteArray method = "GET";
    ErrorKind kind = ErrorKind::Network; ///< for NoAnswer
    int status = 200;                    ///< of the answer, if there is one
    bool hangs = false;                  ///< ends at a limit of time only
    bool headersLost = false;            ///< the answer has some that nobody can read, which is told beside
};

[[nodiscard]] const QList<FaultRow> &faultMatrix();
/// Adds a column "row" and a test row for each.
void addFaultRows(const std::function<bool(const FaultRow &)> &wanted);

} // namespace acx

Q_DECLARE_METATYPE(acx::FaultRow)
