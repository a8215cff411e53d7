// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_steps.h"

#include "ui/file_chooser.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QSize smallWindow{1000, 700}; // pixels

using Act = std::function<QString()>;

/// Does one thing after the other, up to the first that goes wrong.
Act inTurn(const QList<Act> &acts)
{
    return [acts] {
        for (const Act &act : acts) {
            if (const QString problem = act(); !problem.isEmpty())
                return problem;
        }
        return QString();
    };
}

class Maker final
{
public:
    Maker(const AppServices &services, const TourHands &hands)
        : m_services(services)
        , m_hands(hands)
    {}

    [[nodiscard]] Act click(const QString &name) const
    {
        return [hands = m_hands, name] { return hands.click(name); };
    }
    [[nodiscard]] Act type(const QString &name, const QString &text) const
    {
        return [hands = m_hands, name, text] { return hands.type(name, text); };
    }
    /// Clicks `name` unless `content` is shown already.
    [[nodiscard]] Act unfold(const QString &name, const QString &content) const
    {
        return [hands = m_hands, name, content] { return hands.isShown(content) ? QString() : hands.click(name); };
    }
    [[nodiscard]] Act choose(const QString &path) const
    {
        return [files = &m_services.files, path] {
            files->setNextAnswer(path);
            return QString();
        };
    }
    [[nodiscard]] std::function<bool()> shows(const QString &name) const
    {
        return [hands = m_hands, name] { return hands.isShown(name); };
    }
    [[nodiscard]] std::function<bool()> says(const QString &name, const QString &text) const
    {
        return [hands = m_hands, name, text] { return hands.text(name).contains(text, Qt::CaseInsensitive); };
    }

private:
    const AppServices m_services;
    TourHands m_hands;
};

Act nothing()
{
    return [] { return QString(); };
}

QList<TourStep> importSteps(const Maker &make, const SandboxInfo &sandbox, const QString &keyFile)
{
    QList<Act> place{make.click(u"deployment-custom"_s), make.type(u"apiHost"_s, sandbox.endpoints.api.toString())};
    place += make.unfold(u"otherUrls"_s, u"iamUrl"_s);
    place += make.type(u"loginUrl"_s, sandbox.endpoints.login.toString());
    place += make.type(u"iamUrl"_s, sandbox.endpoints.iam.toString());
    return {{u"welcome"_s, nothing(), make.shows(u"chooseFile"_s)},
            {u"import"_s, inTurn({make.choose(keyFile), make.click(u"chooseFile"_s)}), make.shows(u"placeContinue"_s)},
            {u"deployment"_s, inTurn(place), make.shows(u"iamUrl"_s)},
            {u"token"_s, make.click(u"placeContinue"_s), make.shows(u"goToTokens"_s)}};
}

QList<TourStep> tokenSteps(const Maker &make, const TourHands &hands)
{
    const auto verified = [hands] {
        return hands.text(u"cardState"_s) == QCoreApplication::translate("acx::TokenCard", "valid") &&
               hands.text(u"cardSignature"_s) == QCoreApplication::translate("acx::TokenCard", "signature verified");
    };
    const auto copied = [hands] { return hands.text(u"statusLeft"_s).startsWith(u'●'); };
    const auto closePalette = [hands] {
        hands.press(Qt::Key_Escape);
        return QString();
    };
    return {{u"tokens"_s, make.click(u"goToTokens"_s), verified},
            {u"reveal"_s, make.click(u"cardReveal"_s), make.shows(u"cardText"_s)},
            {u"copy"_s, inTurn({make.click(u"cardReveal"_s), make.click(u"cardCopyBearer"_s)}), copied},
            {u"claims"_s, make.click(u"claimsJson"_s), make.shows(u"claimsText"_s)},
            {u"tokens-small"_s, make.click(u"claimsWords"_s), make.shows(u"claimsTable"_s), smallWindow},
            {u"commands"_s, make.click(u"paletteButton"_s), make.shows(u"paletteField"_s)},
            {u"profiles"_s, inTurn({closePalette, make.click(u"railProfiles"_s)}), make.shows(u"profilesScreen"_s)},
            {u"settings"_s, make.click(u"railSettings"_s), make.shows(u"settingsScreen"_s)},
            {u"history"_s, make.click(u"railHistory"_s), make.shows(u"historyScreen"_s)}};
}

QList<TourStep> callSteps(const Maker &make)
{
    const auto call = [&make](const QString &target) {
        return inTurn({make.type(u"target"_s, target), make.click(u"send"_s)});
    };
    return {{u"explorer"_s, make.click(u"railExplorer"_s), make.shows(u"target"_s)},
            {u"first-call"_s, call(u"/v1/me"_s), make.says(u"answerStatus"_s, u"200"_s)},
            {u"organizations"_s, call(u"/api/orgs?limit=2"_s), make.says(u"answerBody"_s, u"total_results"_s)},
            {u"refused-call"_s, call(u"/api/orgs/nobody"_s), make.says(u"answerStatus"_s, u"404"_s)},
            {u"explorer-small"_s, nothing(), make.shows(u"answerStatus"_s), smallWindow}};
}

} // namespace

QList<TourStep> tourSteps(const AppServices &services, const TourHands &hands, const SandboxInfo &sandbox,
                          const QString &keyFile)
{
    const Maker make(services, hands);
    return importSteps(make, sandbox, keyFile) + tokenSteps(make, hands) + callSteps(make);
}

} // namespace acx
