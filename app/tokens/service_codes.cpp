// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/service_codes.h"

#include <QCoreApplication>

#include <array>

namespace acx {
namespace {

struct Row
{
    const char *code;
    const char *sentence;
    const char *nextStep;
};

// Meanings as IBM Cloud's API documentation and published clients have them; the words are ours.
constexpr std::array rows = {
    Row{"BXNIM0415E", QT_TRANSLATE_NOOP("acx", "IAM does not know this API key (any more)."),
        QT_TRANSLATE_NOOP(
            "acx", "Was it copied in full? Is it the key itself and not its id (ApiKey-…), and not a classic "
                   "infrastructure key? Is it from this IBM Cloud system and not from another one, such as the test "
                   "system? If in doubt, create a new key.")},
    Row{"BXNIM0462E", QT_TRANSLATE_NOOP("acx", "This API key exists, but it is disabled."),
        QT_TRANSLATE_NOOP("acx", "Enable it on the API keys page of IBM Cloud, or use another key.")},
    Row{"BXNIM0410E", QT_TRANSLATE_NOOP("acx", "The owner of this API key was not found or is no longer active."),
        QT_TRANSLATE_NOOP("acx", "Ask the owner of the account, or use the key of an active user.")},
    Row{"BXNIM0436E", QT_TRANSLATE_NOOP("acx", "The owner of this API key is suspended in this account."),
        QT_TRANSLATE_NOOP("acx", "Ask the owner of the account.")},
    Row{"BXNIM0109E", QT_TRANSLATE_NOOP("acx", "IAM found a required value missing or empty."),
        QT_TRANSLATE_NOOP("acx", "The key may be empty, or a proxy cut the request short. Import the key again.")},
    Row{"BXNIM0106E", QT_TRANSLATE_NOOP("acx", "IAM refused the value of one of the settings."),
        QT_TRANSLATE_NOOP("acx", "Reset the advanced settings of the profile, such as scope and tenant.")},
    Row{"BXNIM0060E", QT_TRANSLATE_NOOP("acx", "The token URL received something other than a POST."),
        QT_TRANSLATE_NOOP("acx", "Check the URL of the token service, and any proxy that redirects.")},
    Row{"BXNIM0308E", QT_TRANSLATE_NOOP("acx", "The request arrived without a token."),
        QT_TRANSLATE_NOOP("acx", "Get a token and send the request again.")},
    Row{"BXNIM0310E", QT_TRANSLATE_NOOP("acx", "IAM does not know the client id of this profile."),
        QT_TRANSLATE_NOOP("acx", "Remove the client id from the advanced settings.")},
    Row{"BXNIM0407E", QT_TRANSLATE_NOOP("acx", "IAM refused a refresh token."),
        QT_TRANSLATE_NOOP("acx", "Get a new token with the API key.")},
    Row{"BXNIM0408E", QT_TRANSLATE_NOOP("acx", "A refresh token has expired."),
        QT_TRANSLATE_NOOP("acx", "Get a new token with the API key.")},
    Row{"BXNIM0439E", QT_TRANSLATE_NOOP("acx", "The session ended because it was not used."),
        QT_TRANSLATE_NOOP("acx", "Get a new token with the API key.")},
    Row{"BXNIM0400E", QT_TRANSLATE_NOOP("acx", "The sign-on system behind IAM refused."),
        QT_TRANSLATE_NOOP("acx", "Read IBM's own message; a locked account opens again after a while.")},
    Row{"BXNIM0421E", QT_TRANSLATE_NOOP("acx", "The sign-on has expired."), QT_TRANSLATE_NOOP("acx", "Sign in again.")},
    Row{"BXNIM0139E", QT_TRANSLATE_NOOP("acx", "The sign-on belongs to another client."),
        QT_TRANSLATE_NOOP("acx", "Sign in again.")},
    Row{"BXNIM0141E", QT_TRANSLATE_NOOP("acx", "This user is not a member of the account."),
        QT_TRANSLATE_NOOP("acx", "Choose another account, or ask its owner for an invitation.")},
    Row{"BXNIM0602E", QT_TRANSLATE_NOOP("acx", "User name or password is wrong."),
        QT_TRANSLATE_NOOP("acx", "Check both; users with single sign-on need an API key.")},
    Row{"BXNIM0608E", QT_TRANSLATE_NOOP("acx", "This user signs in through a company directory."),
        QT_TRANSLATE_NOOP("acx", "A password does not work here. Use an API key.")},
    Row{"BXNIM0501E", QT_TRANSLATE_NOOP("acx", "The key is valid, but it may not do this."),
        QT_TRANSLATE_NOOP("acx", "Ask an administrator of the account for the right.")},
    Row{"BXNIM0513E", QT_TRANSLATE_NOOP("acx", "The key is valid, but it may not do this."),
        QT_TRANSLATE_NOOP("acx", "Ask an administrator of the account for the right.")},
    Row{"BXNIM0515E", QT_TRANSLATE_NOOP("acx", "The key is valid, but it may not do this."),
        QT_TRANSLATE_NOOP("acx", "Ask an administrator of the account for the right.")},
    Row{"BXNIM0113E", QT_TRANSLATE_NOOP("acx", "The name of a cloud resource (CRN) is malformed."),
        QT_TRANSLATE_NOOP("acx", "Copy the CRN again from the resource's page in IBM Cloud.")},
    Row{"BXNIM0102E", QT_TRANSLATE_NOOP("acx", "IAM has no such key or object."),
        QT_TRANSLATE_NOOP("acx", "Check its id; it may have been deleted.")},
    Row{"BXNIM0050E", QT_TRANSLATE_NOOP("acx", "IAM failed inside: a fault at IBM, not a wrong key."),
        QT_TRANSLATE_NOOP("acx", "Try again later, and keep the request id for IBM's support.")},
    Row{"checkPermissions.unauthorisedException", QT_TRANSLATE_NOOP("acx", "This user may not do this."),
        QT_TRANSLATE_NOOP("acx", "Ask an administrator of the provider organization for the permission.")},
    Row{"deployer.api.not.suspended.in.env", QT_TRANSLATE_NOOP("acx", "The API is already running."),
        QT_TRANSLATE_NOOP("acx", "There is nothing left to do.")},
    Row{"deployer.api.not.running.in.env", QT_TRANSLATE_NOOP("acx", "The API is already stopped."),
        QT_TRANSLATE_NOOP("acx", "There is nothing left to do.")},
    Row{"vendorExtension.notFound", QT_TRANSLATE_NOOP("acx", "There is no extension of that name."),
        QT_TRANSLATE_NOOP("acx", "Check the name.")},
    Row{"policy.types.notFound", QT_TRANSLATE_NOOP("acx", "There is no policy of that name."),
        QT_TRANSLATE_NOOP("acx", "Check the name.")},
};

} // namespace

std::optional<CodeMeaning> meaningOfCode(const QString &code)
{
    for (const Row &row : rows) {
        if (code == QLatin1StringView(row.code))
            return CodeMeaning{QCoreApplication::translate("acx", row.sentence),
                               QCoreApplication::translate("acx", row.nextStep)};
    }
    return std::nullopt;
}

} // namespace acx
