using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

internal sealed class MutatingWebhookConfigurationResource : Resource<MutatingWebhookConfiguration>
{
    public override Names Names => new(Categories: ["api-extensions"]);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<MutatingWebhookConfiguration>> Columns { get; } =
    [
        NameColumn,
        new("Webhooks", "integer", (c, _) => c.Webhooks?.Count ?? 0, Description: "How many webhooks it has."),
        AgeColumn,
    ];

    protected override void Default(MutatingWebhookConfiguration obj) => obj.Webhooks?.ForEach(WebhookDefaults.Apply);

    protected override bool WantedStateChanged(MutatingWebhookConfiguration obj, MutatingWebhookConfiguration old) => !SameOnTheWire(obj.Webhooks, old.Webhooks);

    protected override void Validate(MutatingWebhookConfiguration obj, FieldErrors errors) =>
        WebhookValidation.Check([.. (obj.Webhooks ?? []).Select(WebhookFacts.Of)], errors);
}
