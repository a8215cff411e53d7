// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_steps.h"

#include "ui/tour/tour_maker.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QList<TourStep> importSteps(const TourMaker &make, const SandboxInfo &sandbox, const QString &keyFile)
{
    QList<TourAct> place{make.click(u"deployment-custom"_s), make.type(u"apiHost"_s, sandbox.endpoints.api.toString())};
    place += make.unfold(u"otherUrls"_s, u"iamUrl"_s);
    place += make.type(u"loginUrl"_s, sandbox.endpoints.login.toString());
    place += make.type(u"iamUrl"_s, sandbox.endpoints.iam.toString());
    return {{u"welcome"_s, doNothing(), make.shows(u"chooseFile"_s)},
            {u"import"_s, inTurn({make.choose(keyFile), make.click(u"chooseFile"_s)}), make.shows(u"placeContinue"_s)},
            {u"deployment"_s, inTurn(place), make.shows(u"iamUrl"_s)},
            {u"token"_s, make.click(u"placeContinue"_s), make.shows(u"goToTokens"_s)}};
}

QList<TourStep> tokenSteps(const TourMaker &make, const TourHands &hands)
{
    const auto verified = [hands] {
        return hands.text(u"cardState"_s) == QCoreApplication::translate("acx::TokenCard", "valid") &&
               hands.text(u"cardSignature"_s) == QCoreApplication::translate("acx::TokenCard", "signature verified");
    };
    const auto copied = [hands] { return hands.text(u"statusLeft"_s).startsWith(u'●'); };
    const QString lockCommand = QCoreApplication::translate("acx::MainWindow", "Lock now");
    return {{u"tokens"_s, make.click(u"goToTokens"_s), verified},
            {u"reveal"_s, make.click(u"cardReveal"_s), make.shows(u"cardText"_s)},
            {u"copy"_s, inTurn({make.click(u"cardReveal"_s), make.click(u"cardCopyBearer"_s)}), copied},
            {u"claims"_s, make.click(u"claimsJson"_s), make.shows(u"claimsText"_s)},
            {u"tokens-small"_s, make.click(u"claimsWords"_s), make.shows(u"claimsTable"_s), smallWindow},
            {u"commands"_s, make.click(u"paletteButton"_s), make.shows(u"paletteField"_s)},
            {u"locked"_s, inTurn({make.type(u"paletteField"_s, lockCommand), make.press(Qt::Key_Return)}),
             make.shows(u"lockPage"_s)},
            {u"profiles"_s, inTurn({make.click(u"unlock"_s), make.click(u"railProfiles"_s)}),
             make.shows(u"profilesScreen"_s)},
            {u"settings"_s, make.click(u"railSettings"_s), make.shows(u"settingsScreen"_s)}};
}

} // namespace

QList<TourStep> tourSteps(const AppServices &services, const TourHands &hands, const SandboxInfo &sandbox,
                          const QString &keyFile)
{
    const TourMaker make(services, hands);
    return importSteps(make, sandbox, keyFile) + tokenSteps(make, hands) + explorerTourSteps(make);
}

} // namespace acx
