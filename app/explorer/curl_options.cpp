// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/curl_options.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct Spec
{
    const char *name;
    char letter;
    bool takesValue;
    CurlEffect effect;
};

constexpr bool takesValue = true;
constexpr bool noValue = false;

constexpr std::array specs = {
    Spec{"request", 'X', takesValue, CurlEffect::Method},
    Spec{"header", 'H', takesValue, CurlEffect::Header},
    Spec{"data", 'd', takesValue, CurlEffect::Data},
    Spec{"data-ascii", '\0', takesValue, CurlEffect::Data},
    Spec{"data-binary", '\0', takesValue, CurlEffect::Data},
    Spec{"data-raw", '\0', takesValue, CurlEffect::RawData},
    Spec{"data-urlencode", '\0', takesValue, CurlEffect::EncodedData},
    Spec{"json", '\0', takesValue, CurlEffect::Json},
    Spec{"get", 'G', noValue, CurlEffect::DataToQuery},
    Spec{"form", 'F', takesValue, CurlEffect::Form},
    Spec{"form-string", '\0', takesValue, CurlEffect::FormString},
    Spec{"user", 'u', takesValue, CurlEffect::User},
    Spec{"oauth2-bearer", '\0', takesValue, CurlEffect::Bearer},
    Spec{"cookie", 'b', takesValue, CurlEffect::Cookie},
    Spec{"user-agent", 'A', takesValue, CurlEffect::UserAgent},
    Spec{"referer", 'e', takesValue, CurlEffect::Referer},
    Spec{"range", 'r', takesValue, CurlEffect::Range},
    Spec{"url", '\0', takesValue, CurlEffect::Url},
    Spec{"url-query", '\0', takesValue, CurlEffect::UrlQuery},
    Spec{"head", 'I', noValue, CurlEffect::Head},
    Spec{"globoff", 'g', noValue, CurlEffect::NoGlob},
    Spec{"insecure", 'k', noValue, CurlEffect::Insecure},
    Spec{"upload-file", 'T', takesValue, CurlEffect::Upload},
    Spec{"config", 'K', takesValue, CurlEffect::Config},
    Spec{"next", ':', noValue, CurlEffect::Next},
    // How the connection is made
    Spec{"cacert", '\0', takesValue, CurlEffect::Transport},
    Spec{"capath", '\0', takesValue, CurlEffect::Transport},
    Spec{"cert", 'E', takesValue, CurlEffect::Transport},
    Spec{"cert-type", '\0', takesValue, CurlEffect::Transport},
    Spec{"key", '\0', takesValue, CurlEffect::Transport},
    Spec{"key-type", '\0', takesValue, CurlEffect::Transport},
    Spec{"pass", '\0', takesValue, CurlEffect::Transport},
    Spec{"ciphers", '\0', takesValue, CurlEffect::Transport},
    Spec{"tls-max", '\0', takesValue, CurlEffect::Transport},
    Spec{"pinnedpubkey", '\0', takesValue, CurlEffect::Transport},
    Spec{"proxy", 'x', takesValue, CurlEffect::Transport},
    Spec{"proxy-user", 'U', takesValue, CurlEffect::Transport},
    Spec{"proxy-header", '\0', takesValue, CurlEffect::Transport},
    Spec{"proxy-insecure", '\0', noValue, CurlEffect::Transport},
    Spec{"preproxy", '\0', takesValue, CurlEffect::Transport},
    Spec{"noproxy", '\0', takesValue, CurlEffect::Transport},
    Spec{"socks5", '\0', takesValue, CurlEffect::Transport},
    Spec{"socks5-hostname", '\0', takesValue, CurlEffect::Transport},
    Spec{"resolve", '\0', takesValue, CurlEffect::Transport},
    Spec{"connect-to", '\0', takesValue, CurlEffect::Transport},
    Spec{"interface", '\0', takesValue, CurlEffect::Transport},
    Spec{"unix-socket", '\0', takesValue, CurlEffect::Transport},
    Spec{"netrc", 'n', noValue, CurlEffect::Transport},
    Spec{"netrc-optional", '\0', noValue, CurlEffect::Transport},
    Spec{"netrc-file", '\0', takesValue, CurlEffect::Transport},
    Spec{"negotiate", '\0', noValue, CurlEffect::Transport},
    Spec{"ntlm", '\0', noValue, CurlEffect::Transport},
    Spec{"digest", '\0', noValue, CurlEffect::Transport},
    Spec{"anyauth", '\0', noValue, CurlEffect::Transport},
    Spec{"aws-sigv4", '\0', takesValue, CurlEffect::Transport},
    // What makes no difference to the request
    Spec{"basic", '\0', noValue, CurlEffect::Nothing},
    Spec{"compressed", '\0', noValue, CurlEffect::Nothing},
    Spec{"location", 'L', noValue, CurlEffect::Nothing},
    Spec{"location-trusted", '\0', noValue, CurlEffect::Nothing},
    Spec{"max-redirs", '\0', takesValue, CurlEffect::Nothing},
    Spec{"post301", '\0', noValue, CurlEffect::Nothing},
    Spec{"post302", '\0', noValue, CurlEffect::Nothing},
    Spec{"silent", 's', noValue, CurlEffect::Nothing},
    Spec{"show-error", 'S', noValue, CurlEffect::Nothing},
    Spec{"verbose", 'v', noValue, CurlEffect::Nothing},
    Spec{"include", 'i', noValue, CurlEffect::Nothing},
    Spec{"show-headers", '\0', noValue, CurlEffect::Nothing},
    Spec{"fail", 'f', noValue, CurlEffect::Nothing},
    Spec{"fail-early", '\0', noValue, CurlEffect::Nothing},
    Spec{"fail-with-body", '\0', noValue, CurlEffect::Nothing},
    Spec{"output", 'o', takesValue, CurlEffect::Nothing},
    Spec{"output-dir", '\0', takesValue, CurlEffect::Nothing},
    Spec{"create-dirs", '\0', noValue, CurlEffect::Nothing},
    Spec{"remote-name", 'O', noValue, CurlEffect::Nothing},
    Spec{"remote-header-name", 'J', noValue, CurlEffect::Nothing},
    Spec{"remote-time", 'R', noValue, CurlEffect::Nothing},
    Spec{"continue-at", 'C', takesValue, CurlEffect::Nothing},
    Spec{"dump-header", 'D', takesValue, CurlEffect::Nothing},
    Spec{"cookie-jar", 'c', takesValue, CurlEffect::Nothing},
    Spec{"junk-session-cookies", 'j', noValue, CurlEffect::Nothing},
    Spec{"write-out", 'w', takesValue, CurlEffect::Nothing},
    Spec{"stderr", '\0', takesValue, CurlEffect::Nothing},
    Spec{"trace", '\0', takesValue, CurlEffect::Nothing},
    Spec{"trace-ascii", '\0', takesValue, CurlEffect::Nothing},
    Spec{"trace-time", '\0', noValue, CurlEffect::Nothing},
    Spec{"progress-bar", '#', noValue, CurlEffect::Nothing},
    Spec{"progress-meter", '\0', noValue, CurlEffect::Nothing},
    Spec{"styled-output", '\0', noValue, CurlEffect::Nothing},
    Spec{"buffer", '\0', noValue, CurlEffect::Nothing},
    Spec{"no-buffer", 'N', noValue, CurlEffect::Nothing},
    Spec{"max-time", 'm', takesValue, CurlEffect::Nothing},
    Spec{"connect-timeout", '\0', takesValue, CurlEffect::Nothing},
    Spec{"expect100-timeout", '\0', takesValue, CurlEffect::Nothing},
    Spec{"keepalive", '\0', noValue, CurlEffect::Nothing},
    Spec{"keepalive-time", '\0', takesValue, CurlEffect::Nothing},
    Spec{"limit-rate", '\0', takesValue, CurlEffect::Nothing},
    Spec{"speed-limit", 'Y', takesValue, CurlEffect::Nothing},
    Spec{"speed-time", 'y', takesValue, CurlEffect::Nothing},
    Spec{"max-filesize", '\0', takesValue, CurlEffect::Nothing},
    Spec{"retry", '\0', takesValue, CurlEffect::Nothing},
    Spec{"retry-delay", '\0', takesValue, CurlEffect::Nothing},
    Spec{"retry-max-time", '\0', takesValue, CurlEffect::Nothing},
    Spec{"retry-all-errors", '\0', noValue, CurlEffect::Nothing},
    Spec{"retry-connrefused", '\0', noValue, CurlEffect::Nothing},
    Spec{"parallel", 'Z', noValue, CurlEffect::Nothing},
    Spec{"path-as-is", '\0', noValue, CurlEffect::Nothing},
    Spec{"disable", 'q', noValue, CurlEffect::Nothing},
    Spec{"http0.9", '\0', noValue, CurlEffect::Nothing},
    Spec{"http1.0", '0', noValue, CurlEffect::Nothing},
    Spec{"http1.1", '\0', noValue, CurlEffect::Nothing},
    Spec{"http2", '\0', noValue, CurlEffect::Nothing},
    Spec{"http2-prior-knowledge", '\0', noValue, CurlEffect::Nothing},
    Spec{"http3", '\0', noValue, CurlEffect::Nothing},
    Spec{"ipv4", '4', noValue, CurlEffect::Nothing},
    Spec{"ipv6", '6', noValue, CurlEffect::Nothing},
    Spec{"tlsv1", '1', noValue, CurlEffect::Nothing},
    Spec{"tlsv1.2", '\0', noValue, CurlEffect::Nothing},
    Spec{"tlsv1.3", '\0', noValue, CurlEffect::Nothing},
    Spec{"ssl-reqd", '\0', noValue, CurlEffect::Nothing},
    Spec{"proto", '\0', takesValue, CurlEffect::Nothing},
    Spec{"proto-default", '\0', takesValue, CurlEffect::Nothing},
    Spec{"proto-redir", '\0', takesValue, CurlEffect::Nothing},
    Spec{"raw", '\0', noValue, CurlEffect::Nothing},
    Spec{"tr-encoding", '\0', noValue, CurlEffect::Nothing},
    Spec{"tcp-nodelay", '\0', noValue, CurlEffect::Nothing},
    Spec{"form-escape", '\0', noValue, CurlEffect::Nothing},
};

const Spec *findLong(QStringView name)
{
    const auto byName = [](QStringView wanted) {
        return std::find_if(specs.cbegin(), specs.cend(),
                            [wanted](const Spec &spec) { return wanted == QLatin1StringView(spec.name); });
    };
    auto found = byName(name);
    if (found == specs.cend() && name.startsWith("no-"_L1)) {
        found = byName(name.sliced(3));
        if (found != specs.cend() && found->takesValue)
            return nullptr;
    }
    return found == specs.cend() ? nullptr : &*found;
}

const Spec *findLetter(QChar letter)
{
    const auto found = std::find_if(specs.cbegin(), specs.cend(), [letter](const Spec &spec) {
        return spec.letter != '\0' && letter == QLatin1Char(spec.letter);
    });
    return found == specs.cend() ? nullptr : &*found;
}

tl::unexpected<Error> unknown(const QString &name)
{
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The option %1 of curl is not known here.").arg(name),
                QCoreApplication::translate("acx", "Take it out of the command and import it again."));
}

class CurlReader final
{
public:
    explicit CurlReader(const QList<ShellWord> &words)
        : m_words(words)
    {}

    Result<QList<CurlOption>> read()
    {
        bool hasOptions = true;
        while (m_at < m_words.size()) {
            const ShellWord &word = m_words.at(m_at++);
            Status status;
            if (hasOptions && word.text == "--"_L1)
                hasOptions = false;
            else if (hasOptions && word.text.startsWith("--"_L1))
                status = readLong(word);
            else if (hasOptions && word.text.size() > 1 && word.text.startsWith(u'-'))
                status = readLetters(word);
            else
                m_options.append({CurlEffect::Url, QString(), word});
            if (!status)
                return fail(status.error());
        }
        return m_options;
    }

private:
    Status readLong(const ShellWord &word)
    {
        const qsizetype sign = word.text.indexOf(u'=');
        const QString name = word.text.first(sign < 0 ? word.text.size() : sign);
        const Spec *spec = findLong(QStringView(name).sliced(2));
        if (!spec || (sign >= 0 && !spec->takesValue))
            return unknown(word.text.section(u'=', 0, 0));
        CurlOption option{
            name.startsWith("--no-"_L1) && !spec->takesValue ? CurlEffect::Nothing : spec->effect, name, {}};
        if (!spec->takesValue)
            return add(option);
        if (sign < 0)
            return addWithNext(option);
        option.value = {word.text.sliced(sign + 1), false, word.isExpandable};
        return add(option);
    }

    Status readLetters(const ShellWord &word)
    {
        for (qsizetype i = 1; i < word.text.size(); ++i) {
            const Spec *spec = findLetter(word.text.at(i));
            CurlOption option{CurlEffect::Nothing, QString(u'-') + word.text.at(i), {}};
            if (!spec)
                return unknown(option.name);
            option.effect = spec->effect;
            if (spec->takesValue && i + 1 == word.text.size())
                return addWithNext(option);
            if (spec->takesValue) {
                option.value = {word.text.sliced(i + 1), false, word.isExpandable};
                return add(option);
            }
            m_options.append(option);
        }
        return {};
    }

    Status add(const CurlOption &option)
    {
        m_options.append(option);
        return {};
    }

    Status addWithNext(CurlOption option)
    {
        if (m_at >= m_words.size())
            return fail(ErrorKind::InvalidInput,
                        QCoreApplication::translate("acx", "The option %1 of curl needs a value.").arg(option.name),
                        QCoreApplication::translate("acx", "Paste the whole command."));
        option.value = m_words.at(m_at++);
        return add(option);
    }

    const QList<ShellWord> &m_words;
    qsizetype m_at = 0;
    QList<CurlOption> m_options;
};

} // namespace

Result<QList<CurlOption>> readCurlOptions(const QList<ShellWord> &words)
{
    return CurlReader(words).read();
}

} // namespace acx
