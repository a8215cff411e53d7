// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/snippet.h"
#include "app/http/redactor.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace acx {

/// A text, or the variable that a snippet reads in its place.
struct SnippetPiece
{
    QString text;
    QString variable; ///< empty = the text
};

using SnippetText = QList<SnippetPiece>;

/// Where a secret value was typed.
enum class SnippetPlace { Address, Body, Parameter };

/// A secret value that a snippet reads from a variable.
struct SnippetValue
{
    QString variable;
    QString name; ///< what stands beside the value; may be empty
    SnippetPlace place = SnippetPlace::Address;
};

/// A secret header line whose value comes from a variable.
struct SnippetVariable
{
    QString header;
    QString variable;
};

/// Takes secret values out of what a person typed: those that the Redactor finds, and the secret fields of a multipart
/// form. Everything else stays byte for byte.
class SnippetMask final
{
public:
    SnippetMask(SnippetTyped typed, const QList<Secret> &known);

    /// Without a name the one that stands before a secret value is taken for it.
    [[nodiscard]] SnippetText masked(const QByteArray &utf8, SnippetPlace place, const QByteArray &name = {});
    /// All of the value where the parameter has a secret name.
    [[nodiscard]] SnippetText maskedParameter(const QString &name, const QString &value);
    /// The header lines as they may stand in the snippet; those that may not are among headerVariables().
    [[nodiscard]] HttpHeaders masked(const HttpHeaders &headers);
    /// A header line whose value nobody typed.
    void addHeader(const QByteArray &name);
    /// Variables of that place are not needed after all.
    void forget(SnippetPlace place);

    /// Something was taken out that was no header line with a secret name.
    [[nodiscard]] bool hides() const { return m_hides; }
    [[nodiscard]] const QList<SnippetVariable> &headerVariables() const { return m_headers; }
    [[nodiscard]] const QList<SnippetValue> &values() const { return m_values; }

private:
    [[nodiscard]] QString variableFor(const QByteArray &name);
    [[nodiscard]] SnippetPiece pieceFor(const QByteArray &name, SnippetPlace place);

    SnippetTyped m_typed;
    Redactor m_redactor;
    bool m_hides = false;
    QList<SnippetVariable> m_headers;
    QList<SnippetValue> m_values;
    QSet<QString> m_taken;         ///< variables
    QHash<QString, int> m_numbers; ///< the next one to try for a variable that is taken
};

[[nodiscard]] bool contains(const SnippetText &text, QStringView part);

} // namespace acx
