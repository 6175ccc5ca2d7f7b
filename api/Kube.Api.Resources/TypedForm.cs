using System.Collections.Concurrent;
using System.Text.Json;
using Kube.Machinery.Apply;
using Kube.Machinery.Schema;

namespace Kube.Api.Resources;

/// <summary>The form of a C# type.</summary>
internal sealed class TypedForm : ObjectForm
{
    private static readonly ConcurrentDictionary<Type, TypedForm> s_known = new();
    private readonly Type _type;

    private TypedForm(Type type) => (_type, Typed) = (type, TypeSchema.For(type));

    public override TypeSchema Typed { get; }

    public override ApplySchema ApplySchema => ServerSideApply.SchemaFor(_type);

    public static TypedForm For(Type type) => s_known.GetOrAdd(type, static t => new TypedForm(t));

    public override IKubeObject Read(ReadOnlySpan<byte> utf8) => (IKubeObject)ApiJson.Deserialize(utf8, _type);

    public override IReadOnlyList<string> Strays(ReadOnlySpan<byte> utf8) => FieldScan.Find(utf8, Typed);

    public override string Describe(JsonException error, ReadOnlySpan<byte> utf8) => DecodeError.Describe(error, Typed, utf8);
}
