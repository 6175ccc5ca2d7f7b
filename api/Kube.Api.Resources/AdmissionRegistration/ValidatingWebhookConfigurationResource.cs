using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

internal sealed class ValidatingWebhookConfigurationResource : Resource<ValidatingWebhookConfiguration>
{
    public override Names Names => new(Categories: ["api-extensions"]);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<ValidatingWebhookConfiguration>> Columns { get; } =
    [
        NameColumn,
        new("Webhooks", "integer", (c, _) => c.Webhooks?.Count ?? 0, Description: "How many webhooks it has."),
        AgeColumn,
    ];

    protected override void Default(ValidatingWebhookConfiguration obj) => obj.Webhooks?.ForEach(WebhookDefaults.Apply);

    protected override bool WantedStateChanged(ValidatingWebhookConfiguration obj, ValidatingWebhookConfiguration old) => !SameOnTheWire(obj.Webhooks, old.Webhooks);

    protected override void Validate(ValidatingWebhookConfiguration obj, FieldErrors errors) =>
        WebhookValidation.Check([.. (obj.Webhooks ?? []).Select(WebhookFacts.Of)], errors);
}
