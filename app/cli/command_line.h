// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/cli/option_table.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace acx {

/// What was typed: a command, its arguments, and options that may stand before or after the command's name. Values are
/// the bytes of the command line, so that data is sent as it was given.
class CommandLine final
{
public:
    /// `words` without the program's name. InvalidInput names the word that does not fit. "--" ends the options.
    [[nodiscard]] static Result<CommandLine> parse(const QList<QByteArray> &words);

    /// None only for `acx --help` and `acx --version`.
    [[nodiscard]] std::optional<CommandId> command() const { return m_command; }
    [[nodiscard]] bool has(Option option) const { return m_values.contains(option); }
    /// The value; empty if not given.
    [[nodiscard]] QByteArray bytes(Option option) const;
    [[nodiscard]] QString text(Option option) const;
    [[nodiscard]] QList<QByteArray> all(Option option) const { return m_values.value(option); }
    [[nodiscard]] qsizetype argumentCount() const { return m_arguments.size(); }
    [[nodiscard]] QByteArray argumentBytes(qsizetype index) const { return m_arguments.value(index); }
    [[nodiscard]] QString argument(qsizetype index) const;

private:
    class Parser;

    std::optional<CommandId> m_command;
    QMap<Option, QList<QByteArray>> m_values;
    QList<QByteArray> m_arguments;
};

} // namespace acx
