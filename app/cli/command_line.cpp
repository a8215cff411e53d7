// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> wrongUse(const QString &sentence, const CommandSpec *command = nullptr)
{
    return fail(ErrorKind::InvalidInput, sentence,
                command ? u"See: acx help %1"_s.arg(QString::fromLatin1(command->name)) : u"See: acx help"_s);
}

QString shown(Option option)
{
    return QString::fromLatin1(spelled(option));
}

} // namespace

class CommandLine::Parser final
{
public:
    explicit Parser(const QList<QByteArray> &words)
        : m_words(words)
    {}

    Result<CommandLine> run()
    {
        while (m_next < m_words.size()) {
            if (const Status taken = takeWord(m_words.at(m_next++)); !taken)
                return fail(taken.error());
        }
        if (const Status checked = check(); !checked)
            return fail(checked.error());
        return m_line;
    }

private:
    Status takeWord(const QByteArray &word)
    {
        if (m_optionsEnded || word == "-" || !word.startsWith('-'))
            return takeArgument(word);
        if (word == "--") {
            m_optionsEnded = true;
            return {};
        }
        return word.startsWith("--") ? takeLong(word.mid(2)) : takeLetters(word.mid(1));
    }

    Status takeArgument(const QByteArray &word)
    {
        if (m_line.m_command) {
            m_line.m_arguments.append(word);
            return {};
        }
        const CommandSpec *spec = findCommand(word);
        if (!spec)
            return wrongUse(u"There is no command “%1”."_s.arg(QString::fromUtf8(word)));
        m_line.m_command = spec->command;
        return {};
    }

    Status takeLong(const QByteArray &word)
    {
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = equals < 0 ? word : word.left(equals);
        const OptionSpec *spec = findOption(QByteArrayView(name));
        if (!spec)
            return wrongUse(u"There is no option “--%1”."_s.arg(QString::fromUtf8(name)));
        if (equals < 0)
            return spec->value ? takeNext(*spec) : store(*spec, {});
        if (!spec->value)
            return wrongUse(u"%1 takes no value."_s.arg(shown(spec->option)));
        return store(*spec, word.mid(equals + 1));
    }

    Status takeLetters(const QByteArray &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const OptionSpec *spec = findOption(letters.at(i));
            if (!spec)
                return wrongUse(u"There is no option “-%1”."_s.arg(QString::fromUtf8(letters.mid(i))));
            if (spec->value)
                return i + 1 < letters.size() ? store(*spec, letters.mid(i + 1)) : takeNext(*spec);
            if (const Status stored = store(*spec, {}); !stored)
                return stored;
        }
        return {};
    }

    Status takeNext(const OptionSpec &spec)
    {
        if (m_next >= m_words.size())
            return wrongUse(u"%1 needs a value: %2."_s.arg(shown(spec.option), QString::fromUtf8(spec.value)));
        return store(spec, m_words.at(m_next++));
    }

    Status store(const OptionSpec &spec, const QByteArray &value)
    {
        if (spec.value && value.isEmpty() && spec.option != Option::Data && spec.option != Option::Pointer)
            return wrongUse(u"The value of %1 is empty."_s.arg(shown(spec.option)));
        QList<QByteArray> &values = m_line.m_values[spec.option];
        if (spec.value && !spec.repeatable && !values.isEmpty())
            return wrongUse(u"%1 is given twice."_s.arg(shown(spec.option)));
        values.append(value);
        return {};
    }

    Status check() const
    {
        if (m_line.has(Option::Help) || m_line.has(Option::Version))
            return {};
        if (!m_line.m_command)
            return wrongUse(u"A command is missing."_s);
        const CommandSpec &spec = specOf(*m_line.m_command);
        for (auto it = m_line.m_values.cbegin(); it != m_line.m_values.cend(); ++it) {
            if (!isCommonOption(it.key()) && !spec.options.contains(it.key())) {
                return wrongUse(u"%1 is not an option of “%2”."_s.arg(shown(it.key()), QString::fromLatin1(spec.name)),
                                &spec);
            }
        }
        const qsizetype given = m_line.m_arguments.size();
        if (given < spec.minArguments)
            return wrongUse(u"“%1” needs: %2"_s.arg(QString::fromLatin1(spec.name), QString::fromLatin1(spec.usage)),
                            &spec);
        if (given > spec.maxArguments)
            return wrongUse(
                u"“%1” is one argument too many for “%2”."_s.arg(
                    QString::fromUtf8(m_line.m_arguments.at(spec.maxArguments)), QString::fromLatin1(spec.name)),
                &spec);
        return checkKeySources();
    }

    Status checkKeySources() const
    {
        QStringList sources;
        for (const Option option : {Option::Sandbox, Option::KeyFile, Option::Profile}) {
            if (m_line.has(option))
                sources << shown(option);
        }
        if (sources.size() > 1)
            return wrongUse(
                u"%1 and %2 exclude each other: each one chooses the key."_s.arg(sources.at(0), sources.at(1)));
        return {};
    }

    const QList<QByteArray> &m_words;
    qsizetype m_next = 0;
    bool m_optionsEnded = false;
    CommandLine m_line;
};

Result<CommandLine> CommandLine::parse(const QList<QByteArray> &words)
{
    return Parser(words).run();
}

QByteArray CommandLine::bytes(Option option) const
{
    const QList<QByteArray> values = m_values.value(option);
    return values.isEmpty() ? QByteArray() : values.constFirst();
}

QString CommandLine::text(Option option) const
{
    return QString::fromUtf8(bytes(option));
}

QString CommandLine::argument(qsizetype index) const
{
    return QString::fromUtf8(m_arguments.value(index));
}

} // namespace acx
