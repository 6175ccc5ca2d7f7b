using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class ServiceResource : Resource<Service>
{
    public override Names Names => new(Short: ["svc"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [Subresource.Proxy("ServiceProxyOptions"), StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("spec.clusterIP"), new("spec.type")];

    public override bool AllowCreateOnUpdate => true;

    public override bool ReturnsDeletedObject => true;

    protected override IReadOnlyList<Column<Service>> Columns => ServiceColumns.All;

    protected override string? NameError(string name) => ObjectNames.Dns1035LabelError(name);

    protected override void Default(Service obj) => ServiceDefaults.Apply(obj);

    protected override void PrepareForCreate(Service obj) => obj.Status = new ServiceStatus { LoadBalancer = new LoadBalancerStatus() };

    protected override void PrepareForUpdate(Service obj, Service old)
    {
        obj.Status = old.Status;
        if (obj.Spec is { } spec && old.Spec is { } before)
        {
            ServiceUpdate.KeepAllocated(spec, before);
        }
    }

    protected override void PrepareForStatusUpdate(Service obj, Service old) => obj.Spec = old.Spec;

    protected override void Validate(Service obj, FieldErrors errors) => ServiceValidation.Check(obj, errors);

    protected override void ValidateUpdate(Service obj, Service old, FieldErrors errors) => ServiceValidation.CheckUpdate(obj, old, errors);
}
