// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/json/json_value.h"
#include "app/response/response_body.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace acx {

/// Results go to standard output, everything else to standard error. A result that cannot be written in full is an
/// Error (Incomplete), so that a cut result never looks like success.
class Output final
{
public:
    Output() = default;
    Q_DISABLE_COPY_MOVE(Output)

    [[nodiscard]] Status write(QByteArrayView bytes);
    [[nodiscard]] Status write(const ResponseBody &body);
    /// The text with a line end.
    [[nodiscard]] Status line(const QString &text);
    /// Indented JSON with a line end.
    [[nodiscard]] Status json(const JsonValue &value);
    /// Columns padded to the widest cell, the first row being the titles; control characters made visible.
    [[nodiscard]] Status table(const QList<QStringList> &rows);

    /// One line on standard error, control characters made visible.
    void note(const QString &text);
    void warning(const QString &text);
    /// Sentence, next step, then the details, one a line.
    void error(const Error &error);
    /// Notes, warnings and errors leave out those of the words, with which the program was called, that have the form
    /// of an API key or a token: a mistyped command must not be repeated with them.
    void hideSecretsAmong(const QList<QByteArray> &words);

private:
    void toStandardError(const QString &text);

    QList<Secret> m_hidden;
};

/// True for a text in the form of IBM's key values: no error may repeat it.
[[nodiscard]] bool looksLikeKey(QStringView text);

/// The text with control characters (line ends and bidirectional marks included) written as \u{…}, so that nothing from
/// outside can steer a terminal.
[[nodiscard]] QString printable(const QString &text);

} // namespace acx
