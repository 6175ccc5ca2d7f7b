using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Apply;
using Kube.Machinery.Schema;

namespace Kube.Api.Resources;

/// <summary>
/// The form of a resource's objects: how their JSON is read, and what patches, checks and descriptions must know of it. Built-in kinds have the
/// form of their C# type; custom kinds that of the schema in their definition.
/// </summary>
public abstract class ObjectForm
{
    /// <summary>The C# type's schema. Null for kinds that are JSON alone: protobuf bodies and strategic merge patches need a type.</summary>
    public virtual TypeSchema? Typed => null;

    /// <summary>What server-side apply must know.</summary>
    public abstract ApplySchema ApplySchema { get; }

    /// <summary>The form of a C# type.</summary>
    public static ObjectForm Of(Type type) => TypedForm.For(type);

    /// <summary>Reads an object; what the form does not have is left out. Throws <see cref="JsonException"/>.</summary>
    public abstract IKubeObject Read(ReadOnlySpan<byte> utf8);

    /// <summary>What <see cref="Read"/> leaves out and what stands twice, in Kubernetes' words: <c>unknown field "spec.foo"</c>. Throws <see cref="JsonException"/>.</summary>
    public abstract IReadOnlyList<string> Strays(ReadOnlySpan<byte> utf8);

    /// <summary>What is wrong with a body that <see cref="Read"/> did not take.</summary>
    public abstract string Describe(JsonException error, ReadOnlySpan<byte> utf8);

    /// <summary>The OpenAPI schema of an object, <c>apiVersion</c>, <c>kind</c> and <c>metadata</c> aside; null where it is the one of the C# type.</summary>
    /// <param name="version3">For OpenAPI v3, which can say more than v2.</param>
    public virtual JsonObject? OpenApi(bool version3) => null;
}
