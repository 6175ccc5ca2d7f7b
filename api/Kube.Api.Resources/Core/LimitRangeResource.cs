using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class LimitRangeResource : Resource<LimitRange>
{
    public override Names Names => new(Short: ["limits"]);

    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<Column<LimitRange>> Columns { get; } = [NameColumn, CreatedAtColumn];

    protected override void Default(LimitRange obj) => LimitRangeDefaults.Apply(obj);

    protected override void Validate(LimitRange obj, FieldErrors errors) => LimitRangeValidation.Check(obj, errors);
}
