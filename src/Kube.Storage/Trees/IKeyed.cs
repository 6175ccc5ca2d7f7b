namespace Kube.Storage.Trees;

/// <summary>What a <see cref="KeyTree{T}"/> sorts by.</summary>
internal interface IKeyed
{
    string Key { get; }
}
