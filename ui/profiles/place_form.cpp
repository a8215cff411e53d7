// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/place_form.h"

#include "ui/profiles/choice_card.h"
#include "ui/profiles/place_urls.h"
#include "ui/profiles/region_items.h"
#include "ui/widgets/colour_dot.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/secret_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QBoxLayout *plainLayout(QWidget *widget, QBoxLayout::Direction direction, Space space)
{
    auto *layout = new QBoxLayout(direction, widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(space));
    return layout;
}

} // namespace

PlaceForm::PlaceForm(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    build();
    connectEntries();
    setProfile({});
}

void PlaceForm::build()
{
    QBoxLayout *layout = plainLayout(this, QBoxLayout::TopToBottom, Space::L);
    layout->addWidget(buildHead());
    m_sandbox = makeParagraph(tr("The sandbox runs on this computer. Its addresses and keys are made anew each time it "
                                 "starts, so there is nothing to choose."),
                              LabelKind::Muted, this);
    layout->addWidget(m_sandbox);
    m_place = new QWidget(this);
    QBoxLayout *place = plainLayout(m_place, QBoxLayout::TopToBottom, Space::L);
    place->addWidget(buildCards());
    m_retired = new InlineNotice(m_services.theme, u"retiredNotice"_s, m_place);
    place->addWidget(m_retired);
    place->addWidget(buildWhere());
    m_clientPart = buildClient();
    place->addWidget(m_clientPart);
    m_urls = new PlaceUrls(m_services.theme, m_place);
    place->addWidget(m_urls);
    layout->addWidget(m_place);
    layout->addWidget(buildAccess());
}

QWidget *PlaceForm::buildHead()
{
    auto *head = new QWidget(this);
    QBoxLayout *layout = plainLayout(head, QBoxLayout::LeftToRight, Space::L);
    m_name = new QLineEdit(head);
    m_name->setObjectName(u"profileName"_s);
    m_nameField = new FormField(tr("Profile name"), m_name, head);
    m_colour = new ColourPicker(m_services.theme, head);
    m_colour->setFixedHeight(m_services.theme.size(u"control"_s));
    auto *colourField = new FormField(tr("Colour"), m_colour, head);
    colourField->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    layout->addWidget(m_nameField, 1, Qt::AlignTop);
    layout->addWidget(colourField, 0, Qt::AlignTop);
    return head;
}

QWidget *PlaceForm::buildCards()
{
    auto *part = new QWidget(m_place);
    QBoxLayout *layout = plainLayout(part, QBoxLayout::TopToBottom, Space::Xs);
    layout->addWidget(makeLabel(tr("Where your API Connect lives"), LabelKind::Small, part));
    auto *grid = new QGridLayout;
    grid->setSpacing(Theme::space(Space::S));
    QList<Deployment> choices = m_services.deployments.deployments();
    choices.removeIf([](const Deployment &each) { return each.kind == DeploymentKind::Sandbox; });
    std::stable_partition(choices.begin(), choices.end(), [](const Deployment &each) { return !each.isRetired(); });
    for (int i = 0; i < choices.size(); ++i) {
        const Deployment &each = choices[i];
        const QString tag = each.isRetired() ? tr("retired") : QString();
        auto *card = new ChoiceCard(m_services.theme, each.title, each.description, tag, part);
        card->setObjectName("deployment-"_L1 + each.id);
        m_cards.addButton(card, int(each.kind));
        grid->addWidget(card, i / 2, i % 2);
    }
    layout->addLayout(grid);
    return part;
}

QWidget *PlaceForm::buildWhere()
{
    auto *part = new QWidget(m_place);
    QBoxLayout *layout = plainLayout(part, QBoxLayout::LeftToRight, Space::L);
    m_region = new QComboBox(part);
    m_region->setObjectName(u"region"_s);
    m_region->setPlaceholderText(tr("Choose a region"));
    m_regionField = new FormField(tr("Region"), m_region, part);
    m_apiHost = new QLineEdit(part);
    m_apiHost->setObjectName(u"apiHost"_s);
    m_apiHost->setPlaceholderText(u"api.example.com"_s);
    m_apiHostField = new FormField(tr("API host"), m_apiHost, part);
    layout->addWidget(m_regionField, 2, Qt::AlignTop);
    layout->addWidget(m_apiHostField, 3, Qt::AlignTop);
    return part;
}

QWidget *PlaceForm::buildClient()
{
    auto *part = new QWidget(m_place);
    QBoxLayout *layout = plainLayout(part, QBoxLayout::TopToBottom, Space::M);
    auto *row = new QWidget(part);
    QBoxLayout *columns = plainLayout(row, QBoxLayout::LeftToRight, Space::L);
    m_clientId = new QLineEdit(row);
    m_clientId->setObjectName(u"clientId"_s);
    m_clientIdField = new FormField(tr("Client id"), m_clientId, row);
    m_clientSecret = new SecretField(u"clientSecret"_s, row);
    m_clientSecretField = new FormField(tr("Client secret"), m_clientSecret, row);
    m_clientSecret->line()->setAccessibleName(tr("Client secret"));
    columns->addWidget(m_clientIdField, 2, Qt::AlignTop);
    columns->addWidget(m_clientSecretField, 3, Qt::AlignTop);
    layout->addWidget(row);
    m_singleUse = new QCheckBox(tr("This key may be used only once"), part);
    m_singleUse->setObjectName(u"singleUse"_s);
    auto *once = new FormField({}, m_singleUse, part);
    once->setHint(tr("API keys that API Connect itself made are often single-use and live a few minutes. Such a key is "
                     "never spent on a test, and its token cannot be renewed."));
    layout->addWidget(once);
    return part;
}

QWidget *PlaceForm::buildAccess()
{
    m_readOnly = new QCheckBox(tr("Read-only: send nothing that could change something"), this);
    m_readOnly->setObjectName(u"readOnly"_s);
    auto *field = new FormField({}, m_readOnly, this);
    field->setHint(tr("The Explorer and acx then send only GET, HEAD and OPTIONS with this profile."));
    return field;
}

void PlaceForm::connectEntries()
{
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameField->setError({});
        Q_EMIT changed();
    });
    connect(m_colour, &ColourPicker::changed, this, &PlaceForm::changed);
    connect(&m_cards, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        fillRegions(deployment());
        showDeployment();
        Q_EMIT changed();
    });
    connect(m_region, &QComboBox::activated, this, [this] {
        m_regionField->setError({});
        refreshUrls();
        Q_EMIT changed();
    });
    connect(m_apiHost, &QLineEdit::textEdited, this, [this] {
        m_apiHostField->setError({});
        Q_EMIT changed();
    });
    connect(m_apiHost, &QLineEdit::editingFinished, this, [this] {
        Profile unused;
        if (!m_apiHost->text().trimmed().isEmpty() && readApiHost(unused) && kind() == DeploymentKind::Custom)
            m_urls->proposeLogin(unused.overrides.api);
    });
    connect(m_clientId, &QLineEdit::textEdited, this, [this] {
        m_clientIdField->setError({});
        Q_EMIT changed();
    });
    connect(m_clientSecret, &SecretField::changed, this, [this] {
        m_clientSecretField->setError({});
        Q_EMIT changed();
    });
    connect(m_singleUse, &QCheckBox::toggled, this, &PlaceForm::changed);
    connect(m_readOnly, &QCheckBox::toggled, this, &PlaceForm::changed);
    connect(m_urls, &PlaceUrls::changed, this, &PlaceForm::changed);
}

void PlaceForm::setProfile(const Profile &profile)
{
    const QSignalBlocker quiet(this);
    m_profile = profile;
    m_name->setText(profile.name);
    m_nameField->setError({});
    m_colour->setColour(profile.colour);
    m_readOnly->setChecked(profile.readOnly);
    const bool sandbox = profile.deployment == DeploymentKind::Sandbox;
    m_sandbox->setVisible(sandbox);
    m_place->setVisible(!sandbox);
    if (sandbox)
        return;
    if (QAbstractButton *card = m_cards.button(int(profile.deployment)))
        card->setChecked(true);
    fillRegions(deployment());
    selectRegion(deployment(), profile.region);
    m_apiHost->setText(asksForApiHost(deployment()) ? profile.overrides.api.toString() : QString());
    m_clientId->setText(profile.clientId);
    m_clientSecret->clear();
    m_clientSecret->setPlaceholderText(profile.clientId.isEmpty() ? QString() : tr("kept as it is"));
    m_singleUse->setChecked(profile.singleUseKey);
    m_urls->setValues(profile.overrides, profile.iam);
    showDeployment();
    m_urls->setUnfolded(profile.deployment == DeploymentKind::Custom);
}

void PlaceForm::setBase(const Profile &profile)
{
    if (profile.id == m_profile.id)
        m_profile = profile;
}

void PlaceForm::setClient(const ClientCredentials &client)
{
    if (QAbstractButton *card = m_cards.button(int(DeploymentKind::Saas)); card && !usesClient())
        card->setChecked(true);
    m_clientId->setText(client.clientId);
    m_clientSecret->line()->setText(QString::fromUtf8(client.clientSecret.reveal()));
    if (!client.endpoint.isEmpty())
        m_urls->setPlatformUrl(client.endpoint);
}

QString PlaceForm::name() const
{
    return m_name->text();
}

void PlaceForm::showNameError(const QString &error)
{
    m_nameField->setError(error);
    m_name->setFocus();
}

void PlaceForm::focusFirst()
{
    m_name->setFocus();
    m_name->selectAll();
}

void PlaceForm::showDeployment()
{
    const Deployment &chosen = deployment();
    m_regionField->setVisible(!chosen.regions.isEmpty());
    m_regionField->setError({});
    m_apiHostField->setVisible(asksForApiHost(chosen));
    m_apiHostField->setError({});
    m_clientPart->setVisible(usesClient());
    const bool optional = chosen.tokenKinds.size() > 1;
    m_clientId->setPlaceholderText(optional ? tr("only for a platform API") : QString());
    if (chosen.isRetired()) {
        const QString day = QLocale().toString(chosen.retiredOn, u"d MMMM yyyy"_s);
        m_retired->tell(MessageKind::Warning, tr("IBM closed this service on %1").arg(day),
                        tr("Its hosts no longer answer. Choose it only for a server of your own that speaks the same "
                           "protocol, and give its URLs below. Today's API Connect on IBM Cloud is the Reserved "
                           "instance, which takes the same API key."));
    } else {
        m_retired->hide();
    }
    refreshUrls();
    if (chosen.kind == DeploymentKind::Custom)
        m_urls->setUnfolded(true);
}

void PlaceForm::fillRegions(const Deployment &deployment)
{
    m_region->clear();
    const QList<RegionItem> items = regionItems(deployment);
    for (const RegionItem &item : items)
        m_region->addItem(item.text, item.label);
    m_region->setCurrentIndex(-1);
}

void PlaceForm::selectRegion(const Deployment &deployment, const QString &label)
{
    const QList<RegionItem> items = regionItems(deployment);
    m_region->setCurrentIndex(indexOfRegion(items, deployment, label));
}

void PlaceForm::refreshUrls()
{
    const Deployment &chosen = deployment();
    m_urls->setDeployment(chosen, usualEndpoints(chosen, m_region->currentData().toString()));
}

DeploymentKind PlaceForm::kind() const
{
    const int id = m_cards.checkedId();
    return id < 0 ? DeploymentKind::Reserved : DeploymentKind(id);
}

const Deployment &PlaceForm::deployment() const
{
    return m_services.deployments.get(kind());
}

bool PlaceForm::usesClient() const
{
    return deployment().tokenKinds.contains(TokenKind::Platform);
}

} // namespace acx
