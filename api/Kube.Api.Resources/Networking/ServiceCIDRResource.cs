using Kube.Api.Networking.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

internal sealed class ServiceCIDRResource : Resource<ServiceCIDR>
{
    private static readonly FieldPath s_cidrs = FieldPath.Of("spec", "cidrs");

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<ServiceCIDR>> Columns { get; } =
    [
        NameColumn,
        new("CIDRs", "string", (c, _) => string.Join(",", c.Spec?.Cidrs ?? []), Description: "Ranges that cluster IPs are taken from."),
        AgeColumn,
    ];

    protected override void PrepareForCreate(ServiceCIDR obj) => obj.Status = new ServiceCIDRStatus();

    protected override void PrepareForUpdate(ServiceCIDR obj, ServiceCIDR old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(ServiceCIDR obj, ServiceCIDR old) => obj.Spec = old.Spec;

    protected override void Validate(ServiceCIDR obj, FieldErrors errors)
    {
        var cidrs = obj.Spec?.Cidrs ?? [];
        if (cidrs.Count == 0)
        {
            errors.Required(s_cidrs, "at least one CIDR required");
            return;
        }

        if (cidrs.Count > 2)
        {
            errors.Invalid(s_cidrs, FieldRules.Shown(cidrs), "may only hold up to 2 values");
            return;
        }

        var ranges = cidrs.ConvertAll(CidrRules.Parse);
        if (ranges is [var (first, _), var (second, _)] && CidrRules.IsV6(first) == CidrRules.IsV6(second))
        {
            errors.Invalid(s_cidrs, FieldRules.Shown(cidrs), "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
        }

        for (var i = 0; i < cidrs.Count; i++)
        {
            if (ranges[i] is not var (address, length))
            {
                errors.Invalid(s_cidrs.Index(i), cidrs[i], CidrRules.Text);
            }
            else if (!CidrRules.Masked(address, length).Equals(address))
            {
                errors.Invalid(s_cidrs.Index(i), cidrs[i], "must not have bits set beyond the prefix length");
            }
            else if ($"{address}/{length}" != cidrs[i])
            {
                errors.Invalid(s_cidrs.Index(i), cidrs[i], $"must be in canonical form (\"{address}/{length}\")");
            }
        }
    }

    /// <summary>A range of the other IP family may be added; nothing else changes.</summary>
    protected override void ValidateUpdate(ServiceCIDR obj, ServiceCIDR old, FieldErrors errors)
    {
        var (cidrs, before) = (obj.Spec?.Cidrs ?? [], old.Spec?.Cidrs ?? []);
        if (before.Count == 1 && cidrs.Count == 2)
        {
            if (cidrs[0] != before[0])
            {
                errors.Immutable(s_cidrs.Index(0), cidrs[0]);
            }
        }
        else if (!cidrs.SequenceEqual(before))
        {
            errors.Immutable(s_cidrs, FieldRules.Shown(cidrs));
        }
    }
}
