// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace acx {

/// A text that holds one secret, made by chance.
struct RedactionText
{
    QByteArray text;
    QByteArray kept;  ///< stands in it beside the secret and has to stay; empty = nothing
    QByteArray place; ///< for messages
};

/// Eight characters and more, with all that quoting and encoding make difficult.
[[nodiscard]] QByteArray randomSecret(QRandomGenerator &random);
/// The ways in which a value may be written; none of them may survive.
[[nodiscard]] QList<QByteArray> disguises(const QByteArray &value);
/// As a JSON string, with its quotation marks.
[[nodiscard]] QByteArray jsonString(const QByteArray &utf8);

/// The value in any form beside any name, at a place where texts of all kinds have values.
[[nodiscard]] RedactionText knownSomewhere(QRandomGenerator &random, const QByteArray &value);
/// The value beside a name that says that it is a secret, written as that place wants it.
[[nodiscard]] RedactionText besideName(QRandomGenerator &random, const QByteArray &name, const QByteArray &value);

} // namespace acx
