using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class ResourceQuotaResource : Resource<ResourceQuota>
{
    private const string Limits = "limits.";

    public override Names Names => new(Short: ["quota"]);

    public override bool ReturnsDeletedObject => true;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<ResourceQuota>> Columns { get; } =
    [
        NameColumn,
        new("Request", "string", (q, _) => Usage(q, name => !name.StartsWith(Limits, StringComparison.Ordinal)), Description: "Use of each bounded request and number: used/hard."),
        new("Limit", "string", (q, _) => Usage(q, name => name.StartsWith(Limits, StringComparison.Ordinal)), Description: "Use of each bounded limit: used/hard."),
        AgeColumn,
    ];

    protected override void PrepareForCreate(ResourceQuota obj) => obj.Status = new ResourceQuotaStatus();

    protected override void PrepareForUpdate(ResourceQuota obj, ResourceQuota old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(ResourceQuota obj, ResourceQuota old) => obj.Spec = old.Spec;

    protected override void Validate(ResourceQuota obj, FieldErrors errors) => ResourceQuotaValidation.Check(obj, errors);

    protected override void ValidateUpdate(ResourceQuota obj, ResourceQuota old, FieldErrors errors) => ResourceQuotaValidation.CheckUpdate(obj, old, errors);

    protected override void ValidateStatusUpdate(ResourceQuota obj, ResourceQuota old, FieldErrors errors) => ResourceQuotaValidation.CheckStatus(obj, errors);

    private static string Usage(ResourceQuota quota, Func<string, bool> shown)
    {
        var used = quota.Status?.Used;
        return string.Join(", ", (quota.Status?.Hard ?? []).Where(h => shown(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {used?.GetValueOrDefault(h.Key) ?? default}/{h.Value}"));
    }
}
